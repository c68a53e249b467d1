package shareddb.schema.lint.rules;

import java.util.List;
import shareddb.base.track.ScriptCheck;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;

/** Finds a script that cannot run to its end; an upgrade refuses it before it begins. */
public final class ScriptReadable implements LintRule.OfFile {

  @Override
  public RuleName name() {
    return RuleName.SCRIPT_CANNOT_RUN;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    return ScriptCheck.flaws(file.path(), file.script()).stream()
        .map(flaw -> file.finding(name(), flaw.line(), flaw.what(), "close it, or take it out"))
        .toList();
  }
}
