package shareddb.cli.command.tenants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.names.TenantName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantModuleOption;
import shareddb.cli.selection.TenantNameOption;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.tenants.lifecycle.RemoveResult;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants remove NAME}. */
@CommandLine.Command
public final class TenantRemoveCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Option(
      names = {"-y", "--yes"},
      paramLabel = "NAME",
      description = "do not ask: the tenant's name once more")
  private @Nullable String yes;

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    TenantRegistry registry = name.registry(context);
    Tenant tenant = name.in(registry);
    confirm(tenant, context);
    RemoveResult result =
        ProgressLine.during(
            "removing " + tenant.name(),
            context.terminal(),
            progress -> TenantText.tenants(registry, context).remove(tenant.name(), progress));
    return switch (result) {
      case RemoveResult.Removed(Tenant gone, Optional<Snapshot> kept) ->
          removed(gone, kept, registry, context);
      case RemoveResult.InTheWay(Tenant still, String who) ->
          throw CommandFailure.failed(
              "tenant " + still.name() + " is not gone yet, and is not served any more: " + who,
              "end that session, then  ./db tenants remove " + still.name() + "     goes on");
      case RemoveResult.NeededOutside(Tenant still, List<String> dependents) ->
          throw CommandFailure.failed(
              SnapshotText.needed(dependents, still.schema().quoted()),
              "drop or change them, then  ./db tenants remove " + still.name());
      case RemoveResult.NotHere(Tenant other) -> throw TenantText.notHere(other);
      case RemoveResult.Unknown(TenantName none) -> throw TenantText.unknown(none, registry);
    };
  }

  private void confirm(Tenant tenant, CommandContext context) {
    String typed = yes == null ? asked(tenant, context) : yes;
    if (!typed.equals(tenant.name().value())) {
      throw CommandFailure.failed(
          "\"" + typed + "\" is not the name of tenant " + tenant.name() + "; nothing was changed",
          "./db tenants remove " + tenant.name() + " --yes " + tenant.name());
    }
  }

  private static String asked(Tenant tenant, CommandContext context) {
    String what =
        "schema %s of tenant %s at %s"
            .formatted(tenant.schema().quoted(), tenant.name(), tenant.domain());
    if (!context.terminal().canAsk()) {
      throw CommandFailure.usage(
          "remove drops " + what + " with all rows in it, and there is no terminal to ask at",
          "./db tenants remove " + tenant.name() + " --yes " + tenant.name());
    }
    context
        .terminal()
        .ask("Drop " + what + " with all rows in it? (A snapshot is kept.) Type its name:");
    try {
      return Optional.ofNullable(context.input().readLine()).orElse("").strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer", e);
    }
  }

  private ExitCode removed(
      Tenant gone, Optional<Snapshot> kept, TenantRegistry registry, CommandContext context) {
    List<String> back =
        kept.map(snapshot -> wayBack(gone, snapshot, registry, context)).orElse(List.of());
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      terminal.print(
          TenantText.json(gone)
              .put("removed", true)
              .put("snapshot", kept.map(snapshot -> snapshot.name().value()))
              .putTexts("restore", back));
      return ExitCode.DONE;
    }
    terminal.print(
        "%s tenant %s is removed: %s, its role, its key"
            .formatted(terminal.tick(), gone.name(), TenantText.place(gone)));
    kept.ifPresent(snapshot -> terminal.print(SnapshotText.kept(snapshot, context)));
    if (!back.isEmpty()) {
      terminal.print(
          Terminal.indented("to get back:  " + String.join("\n", back), "to get back:  ".length()));
    }
    return ExitCode.DONE;
  }

  /** The commands that bring the tenant back, in the order in which they are typed. */
  private static List<String> wayBack(
      Tenant gone, Snapshot kept, TenantRegistry registry, CommandContext context) {
    String name = gone.name().value();
    return List.of(
        "./db tenants add %s --domain %s --type %s%s%s"
            .formatted(
                name,
                gone.domain(),
                gone.type(),
                gone.database().map(own -> " --server " + own.server()).orElse(""),
                TenantModuleOption.saying(registry.module(), context)),
        "./db restore %s --tenant %s %s"
            .formatted(registry.module().tenant().label(), name, kept.name()));
  }
}
