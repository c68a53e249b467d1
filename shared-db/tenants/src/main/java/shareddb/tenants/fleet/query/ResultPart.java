package shareddb.tenants.fleet.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of one target's result, on its way from a worker to the reader. */
sealed interface ResultPart {

  /** Some rows. The first part of a result with rows may have none. */
  record Rows(List<QueryColumn> columns, List<List<@Nullable String>> rows) implements ResultPart {}

  /** The result is complete. */
  record Complete() implements ResultPart {}

  /** The statement failed on this target. Rows that came before are a part of the result only. */
  record Failed(String reason) implements ResultPart {}
}
