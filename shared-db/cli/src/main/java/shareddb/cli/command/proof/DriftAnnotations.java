package shareddb.cli.command.proof;

import java.util.ArrayList;
import java.util.List;
import shareddb.base.track.Track;
import shareddb.cli.annotation.Annotation;
import shareddb.cli.annotation.AnnotationRule;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.FormatOption;
import shareddb.cli.selection.TenantFleet;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.targets.FleetTarget;

/**
 * Collects the differences of several targets for a code review. A difference is in no line of a
 * file: it is shown at the folder of the track's migrations.
 */
final class DriftAnnotations {

  private static final AnnotationRule MISSING =
      rule("D01", "missing", "an object of the track is not in the schema");
  private static final AnnotationRule UNEXPECTED =
      rule("D02", "unexpected", "no migration makes an object");
  private static final AnnotationRule CHANGED =
      rule("D03", "changed", "an object is not as the track makes it");
  private static final AnnotationRule NOT_COMPARED =
      rule("D04", "not-compared", "a target could not be compared");

  private final CommandContext context;
  private final List<Annotation> found = new ArrayList<>();

  DriftAnnotations(CommandContext context) {
    this.context = context;
  }

  private static AnnotationRule rule(String id, String name, String text) {
    return new AnnotationRule(id, name, text, "error");
  }

  /** Adds the differences of one target. */
  ExitCode add(SelectedTarget chosen, List<CatalogDifference> differences) {
    String schema = chosen.target().schema().value();
    add(chosen.track(), schema, chosen.command("drift"), differences);
    return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  /** Adds the differences of all tenants, and the tenants that could not be compared. */
  ExitCode add(TenantFleet fleet, FleetDrift drift) {
    for (FleetDrift.Drifted one : drift.drifted()) {
      String next = fleet.command("drift") + " --tenant " + one.member();
      add(fleet.track(), one.member().label(), next, one.comparison().differences());
    }
    notCompared(fleet, drift.missing(), "it has no schema");
    notCompared(fleet, drift.unclear(), "its history and the files do not fit");
    notCompared(fleet, drift.unseen().keySet(), "it could not be read");
    notCompared(fleet, drift.lost().keySet(), "its database, schema or role is gone");
    return drift.isNone() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private void add(Track track, String target, String next, List<CatalogDifference> differences) {
    for (CatalogDifference difference : differences) {
      String object = difference.object().toString();
      found.add(
          annotation(
              rule(difference),
              track,
              target + "." + difference.object().name(),
              target + ": " + object + " " + what(difference),
              next));
    }
  }

  private void notCompared(TenantFleet fleet, Iterable<FleetTarget> targets, String why) {
    for (FleetTarget target : targets) {
      found.add(
          annotation(
              NOT_COMPARED,
              fleet.track(),
              target.label(),
              target.label() + ": " + why,
              fleet.command("current")));
    }
  }

  private Annotation annotation(
      AnnotationRule rule, Track track, String subject, String message, String next) {
    return new Annotation(
        rule, rule.level(), context.inRepository(track.migrations()), 1, subject, message, next);
  }

  void print(FormatOption format) {
    format.print(
        "db drift", List.of(MISSING, UNEXPECTED, CHANGED, NOT_COMPARED), found, context.terminal());
  }

  private static AnnotationRule rule(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing missing -> MISSING;
      case CatalogDifference.Unexpected unexpected -> UNEXPECTED;
      case CatalogDifference.Changed changed -> CHANGED;
    };
  }

  private static String what(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing(var object, String wanted) -> "is missing: " + wanted;
      case CatalogDifference.Unexpected(var object, String is) -> "is made by no migration: " + is;
      case CatalogDifference.Changed(var object, String wanted, String is) ->
          "should be " + wanted + ", and is " + is;
    };
  }
}
