package shareddb.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import shareddb.track.Track;

/** Looks at a track's files before they are applied. */
public final class Lint {

  private static final List<Rule> RULES =
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
          new UnquotedPlaceholder());

  private Lint() {}

  public static LintReport of(Track track) {
    LintedTrack linted = LintedTrack.of(track);
    List<Finding> found =
        RULES.stream().flatMap(rule -> rule.look(linted).stream()).distinct().toList();
    return Allowances.sift(linted, found, rules());
  }

  /** The tables that a track says it makes, up to its newest version. */
  public static SortedSet<String> tables(Track track) {
    return new TreeSet<>(LintedTrack.of(track).newest().columns().keySet());
  }

  /** Their names: what a comment may allow. */
  public static Set<String> rules() {
    return RULES.stream().map(Rule::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
