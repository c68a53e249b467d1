package shareddb.schema.lint;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import shareddb.base.track.Track;
import shareddb.schema.lint.locks.AddColumnRewrites;
import shareddb.schema.lint.locks.AddRequiredColumn;
import shareddb.schema.lint.locks.BackfillBesideDdl;
import shareddb.schema.lint.locks.ConcurrentlyAlone;
import shareddb.schema.lint.locks.ConstraintIndexLocks;
import shareddb.schema.lint.locks.ConstraintScans;
import shareddb.schema.lint.locks.CreateIndexLocks;
import shareddb.schema.lint.locks.DetachPartitionLocks;
import shareddb.schema.lint.locks.DropIndexLocks;
import shareddb.schema.lint.locks.LockHeldDuringWork;
import shareddb.schema.lint.locks.MaintenanceLocks;
import shareddb.schema.lint.locks.SetNotNull;
import shareddb.schema.lint.locks.TypeChange;
import shareddb.schema.lint.locks.ValidateAtOnce;
import shareddb.schema.lint.naming.HardCodedSchema;
import shareddb.schema.lint.naming.PlaceholderInLiteral;
import shareddb.schema.lint.naming.PublicSchema;
import shareddb.schema.lint.naming.UnqualifiedName;
import shareddb.schema.lint.naming.UnquotedPlaceholder;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.rules.DropInUse;
import shareddb.schema.lint.rules.DropsConstraint;
import shareddb.schema.lint.rules.DropsRows;
import shareddb.schema.lint.rules.FileNames;
import shareddb.schema.lint.rules.ForeignKeyWithoutIndex;
import shareddb.schema.lint.rules.LintRule;
import shareddb.schema.lint.rules.MissingUndo;
import shareddb.schema.lint.rules.NeedsNewerPostgres;
import shareddb.schema.lint.rules.RenameBreaks;
import shareddb.schema.lint.rules.ScriptReadable;
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
          new PlaceholderInLiteral(),
          new DropIndexLocks(),
          new MaintenanceLocks(),
          new DetachPartitionLocks(),
          new LockHeldDuringWork(),
          new BackfillBesideDdl(),
          new DropsRows(),
          new DropsConstraint(),
          new ForeignKeyWithoutIndex(),
          new NeedsNewerPostgres());

  private Lint() {}

  /** The findings for the oldest version of PostgreSQL that the track's settings name. */
  public static LintReport of(Track track) {
    return of(LintedTrack.of(track));
  }

  /** The findings for this major version of PostgreSQL. */
  public static LintReport of(Track track, int postgres) {
    return of(LintedTrack.of(track, postgres));
  }

  private static LintReport of(LintedTrack linted) {
    List<LintFinding> found =
        RULES.stream().flatMap(rule -> rule.look(linted).stream()).distinct().toList();
    return Allowances.sift(linted, found);
  }

  /** The tables that a track makes, up to its newest version. */
  public static SortedSet<String> tables(Track track) {
    return new TreeSet<>(LintedTrack.of(track).newest().names());
  }
}
