package shareddb.schema.lint.locks;

import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.rules.LintRule;

/** Finds DETACH PARTITION without CONCURRENTLY, which blocks the parent with all its partitions. */
public final class DetachPartitionLocks implements LintRule.OfChange {

  @Override
  public RuleName name() {
    return RuleName.DETACH_PARTITION_LOCKS;
  }

  @Override
  public Optional<LintFinding> look(TableChange change, LintedFile file) {
    return change
                instanceof
                TableChange.DetachPartition(SqlName table, SqlName part, boolean concurrently)
            && !concurrently
            && file.mayHaveRows(table)
        ? Optional.of(
            file.finding(
                name(),
                change.line(),
                "DETACH PARTITION waits for every session that reads "
                    + table.last()
                    + ", and no other session may read or write any part of it meanwhile",
                """
                -- alone in a migration of its own, as it cannot run in a transaction:
                ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY;\
                """
                    .formatted(table, part)))
        : Optional.empty();
  }
}
