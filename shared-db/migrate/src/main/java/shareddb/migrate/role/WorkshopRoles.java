package shareddb.migrate.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.jdbc.Query;
import shareddb.base.names.RoleName;
import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.Servers;
import shareddb.base.settings.WorkshopSecret;

/**
 * The login roles on a server whose passwords follow from a secret of the workshop. They get new
 * passwords when the secret was changed. An upgrade does the same for the role of its target.
 */
public final class WorkshopRoles {

  /**
   * What was done on one server.
   *
   * @param renewed how many roles have a new password
   * @param failure why not all of them have, if that is so
   */
  public record Renewal(
      ServerName server, String address, int renewed, Optional<SQLException> failure) {

    /** Whether something was changed, or could not be. */
    public boolean isWorthTelling() {
      return renewed > 0 || failure.isPresent();
    }

    /** As people read it. */
    @Override
    public String toString() {
      return failure
          .map(
              error ->
                  "roles on the server at %s may have passwords of an earlier secret: %s"
                      .formatted(address, error.getMessage()))
          .orElseGet(
              () ->
                  "the server at %s: %d %s"
                      .formatted(
                          address,
                          renewed,
                          renewed == 1 ? "role has a new password" : "roles have new passwords"));
    }
  }

  private record StoredRole(RoleName name, String verifier, boolean hasDefaults) {}

  private WorkshopRoles() {}

  /** Gives the roles on all servers the passwords and the defaults of today. */
  public static List<Renewal> renew(Servers servers) {
    List<Renewal> all = new ArrayList<>();
    servers
        .logins()
        .forEach(
            (name, login) ->
                all.add(renew(name, name.equals(ServerName.MAIN) ? login : login.impatient())));
    return List.copyOf(all);
  }

  private static Renewal renew(ServerName server, Login admin) {
    try (Connection connection = admin.connect()) {
      return new Renewal(server, admin.address(), renew(connection, admin), Optional.empty());
    } catch (SQLException e) {
      return new Renewal(server, admin.address(), 0, Optional.of(e));
    }
  }

  private static int renew(Connection connection, Login admin) throws SQLException {
    Secret current = admin.apis().secret().value();
    List<Secret> earlier = earlier(admin);
    int renewed = 0;
    for (StoredRole role : roles(connection)) {
      RolePassword wanted = new RolePassword(current, role.name());
      boolean isOld =
          earlier.stream()
              .anyMatch(old -> new RolePassword(old, role.name()).made(role.verifier()));
      if (isOld) {
        ConcurrentChange.make(() -> Query.execute(connection, ApiRole.alter(wanted)));
        renewed++;
      }
      if (!role.hasDefaults() && (isOld || wanted.made(role.verifier()))) {
        ConcurrentChange.make(() -> ApiRole.setDefaults(connection, role.name(), Optional.empty()));
      }
    }
    return renewed;
  }

  private static List<Secret> earlier(Login admin) {
    List<Secret> all = new ArrayList<>(admin.apis().secret().earlier());
    all.add(WorkshopSecret.ofPassword(admin.password()));
    all.remove(admin.apis().secret().value());
    return all;
  }

  private static List<StoredRole> roles(Connection connection) throws SQLException {
    String sql =
        """
        SELECT rolname, rolpassword,
               EXISTS (SELECT FROM pg_catalog.pg_db_role_setting AS settings,
                                   unnest(settings.setconfig) AS setting
                       WHERE settings.setrole = role.oid AND settings.setdatabase = 0
                         AND setting LIKE 'statement_timeout=%')
        FROM pg_catalog.pg_authid AS role
        WHERE rolcanlogin AND NOT rolsuper AND rolpassword LIKE 'SCRAM-SHA-256$%'
        """;
    return Query.of(connection, sql)
        .list(
            row ->
                new StoredRole(
                    new RoleName(row.getString(1)), row.getString(2), row.getBoolean(3)));
  }
}
