package shareddb.schema.lint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.TokenReader;

/** Finds the names after a statement's first words: after CREATE TABLE, COMMENT ON, GRANT … ON. */
final class HeadMentions {

  private static final Set<String> BEFORE_KIND =
      SqlWords.of(
          """
          or replace unique unlogged materialized recursive constraint foreign all
          procedural trusted event
          """);

  /** The kinds that belong to a schema and have a name in it. */
  private static final Set<String> IN_SCHEMA =
      SqlWords.of(
          """
          table view sequence type domain function procedure routine aggregate statistics
          collation
          """);

  /** Other kinds that GRANT may name. */
  private static final Set<String> NO_TABLES =
      SqlWords.of("schema database all language parameter large foreign tables");

  /**
   * The kinds that belong to a table: their own name has no schema, and the table follows after ON.
   */
  private static final Set<String> IN_TABLE = Set.of("trigger", "policy", "rule");

  private final TokenReader reader;
  private final List<Mention> mentions = new ArrayList<>();

  private HeadMentions(TokenReader reader) {
    this.reader = reader;
  }

  static List<Mention> of(SqlStatement statement) {
    HeadMentions head = new HeadMentions(statement.reader());
    head.read();
    return head.mentions;
  }

  private void read() {
    if (reader.accept("create")) {
      create();
    } else if (reader.accept("alter") || reader.accept("drop")) {
      alterOrDrop();
    } else if (reader.accept("comment", "on")) {
      comment();
    } else if (reader.accept("grant") || reader.accept("revoke")) {
      grant();
    } else if (reader.accept("truncate") || reader.accept("lock")) {
      reader.accept("table");
      objects();
    }
  }

  private void create() {
    String kind = kind();
    reader.accept("concurrently");
    reader.accept("if", "not", "exists");
    if (IN_SCHEMA.contains(kind)) {
      object();
    } else if ((kind.equals("index") || IN_TABLE.contains(kind)) && reader.skipPast("on")) {
      reader.accept("only");
      object();
    }
  }

  private void alterOrDrop() {
    String kind = kind();
    reader.accept("concurrently");
    reader.accept("if", "exists");
    reader.accept("only");
    if (IN_SCHEMA.contains(kind) || kind.equals("index")) {
      objects();
    } else if (IN_TABLE.contains(kind) && reader.skipPast("on")) {
      object();
    }
  }

  private void comment() {
    String kind = reader.atEnd() ? "" : kind();
    if (kind.equals("column")) {
      reader.name().ifPresent(name -> mentions.add(new Mention(Mention.Kind.COLUMN, name)));
    } else if (IN_SCHEMA.contains(kind) || kind.equals("index")) {
      object();
    } else if ((kind.equals("constraint") || IN_TABLE.contains(kind)) && reader.skipPast("on")) {
      object();
    }
  }

  /** Reads GRANT; without a kind the names are tables. */
  private void grant() {
    if (!reader.skipPast("on")) {
      return;
    }
    String kind = reader.peek().map(token -> token.identifier()).orElse("");
    boolean named = IN_SCHEMA.contains(kind);
    if (named) {
      reader.next();
    }
    boolean other = NO_TABLES.contains(kind);
    if (named || !other) {
      objects();
    }
  }

  private String kind() {
    while (!reader.atEnd()) {
      String word = reader.next().identifier();
      boolean constraint = word.equals("constraint") && !reader.comes("trigger");
      if (!BEFORE_KIND.contains(word) || constraint) {
        return word;
      }
    }
    return "";
  }

  private void objects() {
    do {
      object();
      reader.group();
    } while (reader.accept(","));
  }

  private void object() {
    reader.name().ifPresent(name -> mentions.add(new Mention(Mention.Kind.OBJECT, name)));
  }
}
