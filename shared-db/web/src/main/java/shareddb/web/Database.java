package shareddb.web;

import java.util.function.Function;
import org.jooq.DSLContext;

/** A module's database, through the pool of its API role. */
public final class Database {

  private final DSLContext sql;

  public Database(DSLContext sql) {
    this.sql = sql;
  }

  /** For one statement, which is a transaction by itself. */
  public DSLContext sql() {
    return sql;
  }

  /** For several statements that succeed or fail together. Ends when the work returns or throws. */
  public <T> T inTransaction(Function<DSLContext, T> work) {
    return sql.transactionResult(
        transaction -> {
          // What holds for the whole transaction, such as SET LOCAL, belongs here.
          return work.apply(transaction.dsl());
        });
  }
}
