package shareddb.cli.command.relocate;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.relocate.place.ProjectModule;
import shareddb.tenants.relocate.place.ProjectPlace;

/** What a project is called as a tenant, where nobody says. */
final class DerivedTenantName {

  private DerivedTenantName() {}

  static TenantName of(ProjectPlace from) throws SQLException {
    String name =
        from.projects()
            .find(from.id())
            .map(ProjectModule.Row::name)
            .orElseThrow(() -> unknown(from));
    try {
      return new TenantName(word(name));
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          "\"" + name + "\" is no name for a tenant: say what to call " + from.label(),
          "--project " + from.id() + " --tenant NAME");
    }
  }

  /** A letter with an accent is one without; what is no letter of a name is an underscore. */
  private static String word(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}", "")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^[_0-9]+|_+$", "");
  }

  /** A browser, and curl, find it without anybody's help. */
  static String domain(TenantName name) {
    return name.value().replace('_', '-') + ".localhost";
  }

  private static CommandFailure unknown(ProjectPlace from) {
    return CommandFailure.failed(
        "there is no " + from.label(),
        "./db sql " + from.module() + " --admin \"SELECT id, name FROM projects\"");
  }
}
