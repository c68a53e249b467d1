package shareddb.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The wish where a tenant's own database is to be. */
public final class ServerOption {

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description =
          "where each tenant has its own database: on this server of the settings (else on the one"
              + " with the fewest)")
  private @Nullable String name;

  public Optional<String> typed() {
    return Optional.ofNullable(name);
  }

  /** As it stands behind a command that is typed again. */
  public String again() {
    return name == null ? "" : " --server " + name;
  }
}
