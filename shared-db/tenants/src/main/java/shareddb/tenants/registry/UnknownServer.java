package shareddb.tenants.registry;

import java.util.stream.Collectors;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Servers;

/** A tenant's database is on a server that the settings do not name. */
public final class UnknownServer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ServerName server;

  public UnknownServer(ServerName server, TenantName tenant, Servers known) {
    super(
        "tenant "
            + tenant
            + " is on server "
            + server
            + ", and the settings name "
            + known.names().stream().map(ServerName::value).collect(Collectors.joining(", "))
            + " only");
    this.server = server;
  }

  public ServerName server() {
    return server;
  }
}
