package shareddb.schema.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import shareddb.base.track.Track;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.rules.AddColumnRewrites;
import shareddb.schema.lint.rules.AddRequiredColumn;
import shareddb.schema.lint.rules.ConcurrentlyAlone;
import shareddb.schema.lint.rules.ConstraintIndexLocks;
import shareddb.schema.lint.rules.ConstraintScans;
import shareddb.schema.lint.rules.CreateIndexLocks;
import shareddb.schema.lint.rules.DropInUse;
import shareddb.schema.lint.rules.FileNames;
import shareddb.schema.lint.rules.HardCodedSchema;
import shareddb.schema.lint.rules.LintRule;
import shareddb.schema.lint.rules.MissingUndo;
import shareddb.schema.lint.rules.PlaceholderInLiteral;
import shareddb.schema.lint.rules.PublicSchema;
import shareddb.schema.lint.rules.RenameBreaks;
import shareddb.schema.lint.rules.ScriptReadable;
import shareddb.schema.lint.rules.SetNotNull;
import shareddb.schema.lint.rules.TypeChange;
import shareddb.schema.lint.rules.UnqualifiedName;
import shareddb.schema.lint.rules.UnquotedPlaceholder;
import shareddb.schema.lint.rules.ValidateAtOnce;
import shareddb.schema.lint.rules.VersionGap;

/** Checks a track's files before they are applied. */
public final class Lint {

  private static final List<LintRule> RULES =
      List.of(
          new FileNames(),
          new ScriptReadable(),
          new MissingUndo(),
          new VersionGap(),
          new SetNotNull(),
          new AddRequiredColumn(),
          new AddColumnRewrites(),
          new TypeChange(),
          new CreateIndexLocks(),
          new ConstraintScans(),
          new ConstraintIndexLocks(),
          new ValidateAtOnce(),
          new DropInUse(),
          new RenameBreaks(),
          new ConcurrentlyAlone(),
          new HardCodedSchema(),
          new PublicSchema(),
          new UnqualifiedName(),
          new UnquotedPlaceholder(),
          new PlaceholderInLiteral());

  private Lint() {}

  public static LintReport of(Track track) {
    LintedTrack linted = LintedTrack.of(track);
    List<LintFinding> found =
        RULES.stream().flatMap(rule -> rule.look(linted).stream()).distinct().toList();
    return Allowances.sift(linted, found, rules());
  }

  /** The tables that a track makes, up to its newest version. */
  public static SortedSet<String> tables(Track track) {
    return new TreeSet<>(LintedTrack.of(track).newest().columns().keySet());
  }

  /** The names of the rules, which a comment may allow. */
  public static Set<String> rules() {
    return RULES.stream().map(LintRule::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
