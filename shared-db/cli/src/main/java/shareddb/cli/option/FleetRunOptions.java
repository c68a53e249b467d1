package shareddb.cli.option;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.run.WaveOrder;

/** The options for a command that upgrades or downgrades many tenants. */
public final class FleetRunOptions {

  private static final Pattern LIMIT = Pattern.compile("(\\d{1,9})(%?)");

  @Option(
      names = "--canary",
      paramLabel = "COUNT",
      description = "so many tenants first, and the others only where none of these failed")
  private @Nullable Integer canaries;

  @Option(
      names = "--max-failures",
      paramLabel = "COUNT|N%",
      description = "begin with no other tenant once more than so many failed (else never stop)")
  private @Nullable String limit;

  @Option(
      names = "--connections",
      paramLabel = "COUNT",
      description = "so many tenants at once, each on a connection of its own (else 4)")
  private @Nullable Integer connections;

  @Option(
      names = "--sample",
      paramLabel = "COUNT",
      description = "with --dry-run=execute: try it in so many tenants (else in all)")
  private @Nullable Integer sample;

  public FleetOptions options(FleetOptions.Roles roles, Duration patience) {
    FleetOptions usual = FleetOptions.USUAL;
    return usual
        .withConnections(atLeastOne("--connections", connections, usual.connections()))
        .withPatience(patience)
        .withRoles(roles)
        .withWaves(new WaveOrder(atLeastOne("--canary", canaries, 0), Set.of(), halt()));
  }

  public OptionalInt sample() {
    return sample == null ? OptionalInt.empty() : OptionalInt.of(atLeastOne("--sample", sample, 1));
  }

  /** Refuses these options for a single schema, where they have no meaning. */
  public void refuseFor(SelectedTarget chosen) {
    if (canaries != null || limit != null || connections != null || sample != null) {
      throw CommandFailure.usage(
          chosen.schema()
              + " is one schema: --canary, --max-failures, --connections and --sample are for"
              + " tenants",
          "type it without them");
    }
  }

  private WaveOrder.Halt halt() {
    if (limit == null) {
      return new WaveOrder.Halt.Never();
    }
    Matcher matcher = LIMIT.matcher(limit);
    if (!matcher.matches()) {
      throw unlimited();
    }
    int number = Integer.parseInt(matcher.group(1));
    if (number > 100 && !matcher.group(2).isEmpty()) {
      throw unlimited();
    }
    return matcher.group(2).isEmpty()
        ? new WaveOrder.Halt.MoreThan(number)
        : new WaveOrder.Halt.MoreThanPercent(number);
  }

  private CommandFailure unlimited() {
    return CommandFailure.usage(
        "--max-failures is a count, or so many in a hundred, and not " + limit,
        "--max-failures 5   or   --max-failures 1%");
  }

  private static int atLeastOne(String option, @Nullable Integer typed, int otherwise) {
    if (typed != null && typed < 1) {
      throw CommandFailure.usage(option + " is 1 or more, not " + typed, option + " 5");
    }
    return typed == null ? otherwise : typed;
  }
}
