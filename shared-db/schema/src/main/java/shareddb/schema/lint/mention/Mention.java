package shareddb.schema.lint.mention;

import java.util.Optional;
import shareddb.base.sql.SqlName;

/** A name in a statement, and its kind. */
public record Mention(Kind kind, SqlName name) {

  public enum Kind {
    /** A table, a function or another object: its schema should be named. */
    OBJECT,
    /** An object with a column after it. */
    COLUMN,
    /** A call or a type: without a schema it is one of Postgres's own. */
    CALL,
    SCHEMA
  }

  /** The schema in the name, if it has one. */
  public Optional<String> schema() {
    return switch (kind) {
      case OBJECT, CALL -> name.qualifier();
      case COLUMN -> name.parts().size() < 2 ? Optional.empty() : name.parent().qualifier();
      case SCHEMA -> Optional.of(name.last());
    };
  }

  public boolean isIn(String schema) {
    return schema().filter(schema::equals).isPresent();
  }

  public boolean reliesOnSearchPath() {
    return (kind == Kind.OBJECT || kind == Kind.COLUMN) && schema().isEmpty();
  }
}
