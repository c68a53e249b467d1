package shareddb.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --server}: the server for a tenant's own database. */
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

  /** The option as text, for a command that is to be typed again. */
  public String again() {
    return name == null ? "" : " --server " + name;
  }
}
