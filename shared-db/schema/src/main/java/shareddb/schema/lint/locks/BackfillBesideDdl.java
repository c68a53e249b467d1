package shareddb.schema.lint.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedStatement;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RowWriting;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableLock;
import shareddb.schema.lint.rules.LintRule;

/** Finds rows that are written while the same transaction blocks a table. */
public final class BackfillBesideDdl implements LintRule {

  @Override
  public RuleName name() {
    return RuleName.BACKFILL_BESIDE_DDL;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track.migrations().stream().flatMap(file -> look(file).stream()).toList();
  }

  private List<LintFinding> look(LintedFile file) {
    List<LintFinding> findings = new ArrayList<>();
    Optional<TableLock> held = Optional.empty();
    for (LintedStatement statement : file.statements()) {
      Optional<SqlName> written = RowWriting.table(statement.sql()).filter(file::mayHaveRows);
      if (held.isPresent() && written.isPresent()) {
        findings.add(finding(statement, written.get(), held.get(), file));
      }
      held = held.or(() -> TableLock.of(statement, file));
    }
    return findings;
  }

  private LintFinding finding(
      LintedStatement statement, SqlName written, TableLock lock, LintedFile file) {
    return file.finding(
        name(),
        statement.sql().line(),
        "rows of %s are written while no other session may read or write %s, which line %d has locked until the end of the transaction"
            .formatted(written.last(), lock.table().last(), lock.at()),
        "in migrations of their own after this one, some thousand rows each:\n"
            + "UPDATE "
            + written
            + " SET ... WHERE ... IS NULL AND ...;");
  }
}
