package shareddb.schema.lint.reading;

import java.util.Optional;
import shareddb.base.sql.SqlName;

/** A name that a statement uses, and what it stands for. */
public record Mention(Kind kind, SqlName name) {

  public enum Kind {
    /** A table, a function and so on: it should be qualified by its schema. */
    OBJECT,
    /** The same with a column behind it. */
    COLUMN,
    /** A call or a type: without a schema it is Postgres's own. */
    CALL,
    SCHEMA
  }

  /** The schema it names, if it names one. */
  public Optional<String> schema() {
    return switch (kind) {
      case OBJECT, CALL -> name.qualifier();
      case COLUMN -> name.parts().size() < 2 ? Optional.empty() : name.parent().qualifier();
      case SCHEMA -> Optional.of(name.last());
    };
  }

  public boolean reliesOnSearchPath() {
    return (kind == Kind.OBJECT || kind == Kind.COLUMN) && schema().isEmpty();
  }
}
