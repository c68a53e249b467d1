package shareddb.cli.command.tenants;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantModuleOption;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/** The command {@code ./db tenants list}. */
@CommandLine.Command
public final class TenantListCommand implements Command {

  /**
   * How many rows are aligned with one another. A block is printed while the next rows are read.
   */
  private static final int BLOCK = 1000;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "only those: provisioning, active, suspended, failed or removing")
  private @Nullable String status;

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    Optional<TenantStatus> wanted = wanted();
    TenantRegistry registry = module.in(context);
    if (json.wanted()) {
      printJson(registry, wanted, context.terminal());
    } else {
      print(registry, wanted, context);
    }
    return ExitCode.DONE;
  }

  private Optional<TenantStatus> wanted() {
    if (status == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(TenantStatus.values())
            .filter(known -> known.word().equals(status))
            .findFirst()
            .orElseThrow(
                () ->
                    CommandFailure.usage(
                        "no tenant is ever \"" + status + "\"",
                        "--status "
                            + Arrays.stream(TenantStatus.values())
                                .map(TenantStatus::word)
                                .collect(Collectors.joining("|")))));
  }

  private void print(TenantRegistry registry, Optional<TenantStatus> wanted, CommandContext context)
      throws SQLException {
    Terminal terminal = context.terminal();
    TenantListText table =
        new TenantListText(terminal, BLOCK, registry.module().databases().isPresent());
    Map<TenantStatus, Long> counts = new EnumMap<>(TenantStatus.class);
    registry.each(
        wanted,
        tenant -> {
          table.add(tenant);
          counts.merge(tenant.status(), 1L, Long::sum);
        });
    table.close();
    if (counts.isEmpty()) {
      terminal.print("there are no " + wanted.map(s -> s.word() + " ").orElse("") + "tenants");
      terminal.advise(
          wanted.isPresent()
              ? "./db tenants list" + module.again()
              : "./db tenants add acme --domain acme.example.com" + module.again());
    } else {
      terminal.print(summary(counts));
    }
  }

  private static String summary(Map<TenantStatus, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return CountText.of(all, "tenant")
        + ": "
        + counts.entrySet().stream()
            .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey().word()))
            .collect(Collectors.joining(", "));
  }

  /**
   * Prints one JSON object over many lines: each tenant is written on its own line while the next
   * one is read.
   */
  private static void printJson(
      TenantRegistry registry, Optional<TenantStatus> wanted, Terminal terminal)
      throws SQLException {
    terminal.printJson("{\"module\":\"" + registry.module().name() + "\",\"tenants\":[");
    boolean[] first = {true};
    registry.each(
        wanted,
        (Tenant tenant) -> {
          terminal.printJson((first[0] ? "" : ",") + TenantText.json(tenant));
          first[0] = false;
        });
    terminal.printJson("]}");
  }
}
