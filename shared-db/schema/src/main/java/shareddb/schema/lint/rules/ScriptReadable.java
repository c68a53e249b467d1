package shareddb.schema.lint.rules;

import java.util.List;
import java.util.stream.Stream;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;
import shareddb.base.sql.Token;
import shareddb.base.track.ScriptCheck;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;

/**
 * Finds a script that cannot run to its end. An upgrade refuses most of them before it begins; a DO
 * block that ends the transaction fails when it runs.
 */
public final class ScriptReadable implements LintRule.OfFile {

  @Override
  public RuleName name() {
    return RuleName.SCRIPT_CANNOT_RUN;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    return Stream.concat(
            ScriptCheck.flaws(file.path(), file.script()).stream()
                .map(
                    flaw ->
                        file.finding(name(), flaw.line(), flaw.what(), "close it, or take it out")),
            file.script().statements().stream()
                .filter(statement -> statement.reader().comes("do"))
                .flatMap(ScriptReadable::transactionEnds)
                .map(end -> inBlock(end, file)))
        .toList();
  }

  private LintFinding inBlock(SqlStatement end, LintedFile file) {
    return file.finding(
        name(),
        end.line(),
        end.text() + " in a DO block: Postgres refuses it, as the script runs in a transaction",
        "take it out, or call a procedure from a script with executeInTransaction=false");
  }

  private static Stream<SqlStatement> transactionEnds(SqlStatement block) {
    return block.tokens().stream()
        .filter(Token::isDollarQuoted)
        .flatMap(body -> SqlScript.of(body.content(), body.line()).statements().stream())
        .filter(inner -> inner.kind() == StatementKind.TRANSACTION_CONTROL)
        .filter(inner -> inner.reader().comes("commit") || inner.reader().comes("rollback"));
  }
}
