package shareddb.lint;

import java.util.List;
import shareddb.migrate.ScriptCheck;

/** A script that cannot be run to its end: the upgrade refuses it before it begins. */
final class ScriptReadable implements Rule.OfFile {

  @Override
  public String name() {
    return "script-cannot-run";
  }

  @Override
  public List<Finding> look(LintedFile file) {
    return ScriptCheck.flaws(file.path(), file.script()).stream()
        .map(flaw -> file.finding(name(), flaw.line(), flaw.what(), "close it, or take it out"))
        .toList();
  }
}
