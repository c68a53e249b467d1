package shareddb.cli.command.relocate;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.option.ServerOption;

/** The options that name the tenant to relocate, its source and its destination. */
final class RelocationOptions {

  @Option(
      names = {"-f", "--from"},
      paramLabel = "MODULE",
      required = true,
      description = "where it is now: a module, or any beginning of its name")
  private String from = "";

  @Option(
      names = {"-t", "--to"},
      paramLabel = "MODULE",
      required = true,
      description = "where it goes to")
  private String to = "";

  @Option(
      names = "--project",
      paramLabel = "ID",
      description =
          "which project; where a tenant becomes one, its id (else the one it had, or the next)")
  private @Nullable Long project;

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "which tenant; where a project becomes one, what to call it (else by its name)")
  private @Nullable String tenant;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "of a project that becomes a tenant (else NAME.localhost)")
  private @Nullable String domain;

  @Mixin private final ServerOption server = new ServerOption();

  @Option(names = "--all", description = "every project that is served there, one after the other")
  private boolean all;

  @Option(
      names = {"-k", "--keys"},
      paramLabel = "FILE",
      description = "where new keys are written to: behind what is in it, readable by you alone")
  private @Nullable Path keys;

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  Optional<Long> project() {
    return Optional.ofNullable(project);
  }

  Optional<String> tenant() {
    return Optional.ofNullable(tenant);
  }

  Optional<String> domain() {
    return Optional.ofNullable(domain);
  }

  ServerOption server() {
    return server;
  }

  boolean all() {
    return all;
  }

  Optional<Path> keys() {
    return Optional.ofNullable(keys);
  }

  /** The options to repeat if the command is typed again. */
  String again() {
    return domain().map(name -> " --domain " + name).orElse("")
        + server.again()
        + keys().map(file -> " --keys " + file).orElse("");
  }
}
