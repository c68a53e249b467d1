package shareddb.cli.command.relocate;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.relocate.place.ProjectModule;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.TenantPlace;

/** Derives a tenant's name and domain from a project's name, if the user names none. */
final class DerivedTenantName {

  private DerivedTenantName() {}

  /** The note before a move that says what the tenant will be called. Empty if the user chose. */
  static Optional<String> note(RelocationPlaces.Pair pair, RelocationOptions options)
      throws SQLException {
    return options.tenant().isEmpty()
            && pair.from() instanceof ProjectPlace from
            && pair.to() instanceof TenantPlace to
        ? Optional.of(
            "note: the name \"%s\" of %s makes it tenant %s at %s; --tenant and --domain choose others"
                .formatted(name(from), from.label(), to.tenant().name(), to.tenant().domain()))
        : Optional.empty();
  }

  static TenantName of(ProjectPlace from) throws SQLException {
    String name = name(from);
    try {
      return new TenantName(word(name));
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          "\"" + name + "\" is no name for a tenant: say what to call " + from.label(),
          "--project " + from.id() + " --tenant NAME");
    }
  }

  private static String name(ProjectPlace from) throws SQLException {
    return from.projects()
        .find(from.id())
        .map(ProjectModule.Row::name)
        .orElseThrow(() -> unknown(from));
  }

  /**
   * Removes accents, and replaces every character that a tenant's name cannot have by an
   * underscore.
   */
  private static String word(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}", "")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^[_0-9]+|_+$", "");
  }

  /**
   * The tenant's domain. Browsers and curl resolve names below {@code localhost} without any setup.
   */
  static String domain(TenantName name) {
    return name.value().replace('_', '-') + ".localhost";
  }

  private static CommandFailure unknown(ProjectPlace from) {
    return CommandFailure.failed(
        "there is no " + from.label(),
        "./db sql " + from.module() + " --admin \"SELECT id, name FROM projects\"");
  }
}
