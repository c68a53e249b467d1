package shareddb.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.InvalidName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;

/** The option {@code --database}: works in another database than the module's. */
public final class DatabaseOption {

  public static final String VARIABLE = "TENANT_DB";

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description =
          "work in this database (else TENANT_DB, else the one that the module says); a tenant's"
              + " tells which tenant is meant")
  private @Nullable String typed;

  public boolean isTyped() {
    return typed != null;
  }

  /** Returns the database from the command line, or else from the environment. */
  public Optional<DatabaseName> in(CommandContext context) {
    return Optional.ofNullable(typed)
        .or(() -> Optional.of(context.environment().getOrDefault(VARIABLE, "")))
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
