package shareddb.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.sql.SqlFlaw;
import shareddb.sql.SqlScript;
import shareddb.track.InvalidTrack;

/** Finds scripts that cannot be run to their end, before anything is run. */
public final class ScriptCheck {

  private ScriptCheck() {}

  /** Throws {@link InvalidTrack} with all that is wrong with the scripts that would be run. */
  public static void require(Stream<Path> files) {
    List<String> problems = files.distinct().flatMap(ScriptCheck::problems).toList();
    if (!problems.isEmpty()) {
      throw new InvalidTrack("the track", problems);
    }
  }

  private static Stream<String> problems(Path file) {
    List<SqlFlaw> flaws = SqlScript.of(ScriptText.of(file).raw()).flaws();
    return flaws.stream().map(flaw -> file + " line " + flaw.line() + ": " + flaw.what());
  }
}
