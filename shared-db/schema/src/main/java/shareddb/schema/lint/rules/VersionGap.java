package shareddb.schema.lint.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;

/**
 * Finds a gap in the versions: a file may be missing, and it cannot be applied after later
 * versions.
 */
public final class VersionGap implements LintRule {

  /** Versions from here on are times, which always have gaps. */
  private static final BigInteger MOMENTS = BigInteger.valueOf(1_000_000);

  @Override
  public RuleName name() {
    return RuleName.VERSION_GAP;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    List<LintFinding> gaps = new ArrayList<>();
    Version before = Version.NONE;
    for (Migration migration : track.reading().migrations()) {
      Version wanted = next(before);
      if (counts(before) && counts(migration.version()) && !migration.version().equals(wanted)) {
        gaps.add(
            new LintFinding(
                name(),
                migration.file(),
                1,
                "version %s comes right after %s, and there is no %s: once this is applied, it cannot come any more"
                    .formatted(migration.version(), before, wanted),
                "number it "
                    + wanted
                    + ", and its undo script; or bring the file that is missing"));
      }
      before = migration.version();
    }
    return gaps;
  }

  private static boolean counts(Version version) {
    return version.parts().size() == 1 && version.parts().getFirst().compareTo(MOMENTS) < 0;
  }

  private static Version next(Version version) {
    return new Version(List.of(version.parts().getFirst().add(BigInteger.ONE)));
  }
}
