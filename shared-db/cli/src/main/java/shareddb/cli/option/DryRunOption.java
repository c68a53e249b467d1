package shareddb.cli.option;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.cli.command.CommandFailure;

/** The option {@code --dry-run}: shows the effect of a command without keeping it. */
public final class DryRunOption {

  private static final String NAME = "--dry-run";

  /** Whether the SQL is only printed, or executed and rolled back. */
  public enum Kind {
    PRINT,
    EXECUTE
  }

  @Option(
      names = NAME,
      paramLabel = "print|execute",
      description =
          "print the SQL that would be run, and run none of it; or run it in one transaction, say"
              + " what changes in the catalog, and take it back")
  private @Nullable String kind;

  /**
   * Turns {@code --dry-run} alone into {@code --dry-run=print}, so that the parser does not take
   * the next argument as its value.
   */
  public static List<String> completed(List<String> arguments) {
    return arguments.stream().map(a -> a.equals(NAME) ? NAME + "=print" : a).toList();
  }

  public boolean wanted() {
    return kind != null;
  }

  public Kind kind() {
    for (Kind known : Kind.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return known;
      }
    }
    throw CommandFailure.usage(NAME + " is print or execute, not " + kind, NAME + "=execute");
  }
}
