package shareddb.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.names.DatabaseName;
import shareddb.names.InvalidName;

/** The wish to work in another database than the one that the module says. */
final class DatabaseOption {

  static final String VARIABLE = "TENANT_DB";

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description =
          "work in this database (else TENANT_DB, else the one that the module says); a tenant's"
              + " tells which tenant is meant")
  private @Nullable String typed;

  boolean isTyped() {
    return typed != null;
  }

  /** Wherever it was said. */
  Optional<DatabaseName> in(Surroundings surroundings) {
    return Optional.ofNullable(typed)
        .or(() -> Optional.of(surroundings.environment().getOrDefault(VARIABLE, "")))
        .filter(name -> !name.isEmpty())
        .map(DatabaseOption::name);
  }

  private static DatabaseName name(String typed) {
    try {
      return new DatabaseName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()),
          "type another name behind --database (or in " + VARIABLE + ")");
    }
  }
}
