package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import shareddb.base.jdbc.Query;
import shareddb.base.names.PrintableText;
import shareddb.base.names.SchemaName;

/** Completes names of the schema's tables and columns, and keywords of SQL. */
final class SqlCompletion implements Completer {

  private static final String QUERY =
      """
      SELECT pg_catalog.quote_ident(c.relname)
      FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
      UNION
      SELECT pg_catalog.quote_ident(a.attname)
      FROM pg_catalog.pg_attribute AS a
      JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND a.attnum > 0 AND NOT a.attisdropped
      """;

  private static final List<String> COMMANDS =
      List.of("\\d", "\\dt", "\\di", "\\dn", "\\x", "\\timing", "\\q", "\\?");

  private static final List<String> WORDS =
      List.of(
          ("select from where and or not null is in like ilike between exists group by order having"
                  + " limit offset join left right full inner outer cross lateral on using as"
                  + " distinct union all intersect except with recursive insert into values update"
                  + " set delete returning conflict do nothing create alter drop table view index"
                  + " sequence function trigger type domain schema column constraint primary key"
                  + " foreign references unique check default begin commit rollback savepoint"
                  + " explain analyze verbose buffers case when then else end cast asc desc nulls"
                  + " first last true false count sum avg min max coalesce current_timestamp now"
                  + " grant revoke comment show truncate refresh materialized if only cascade")
              .split(" "));

  private final SqlSession session;
  private final SchemaName schema;
  private SortedSet<String> known = new TreeSet<>();

  SqlCompletion(SqlSession session, SchemaName schema) {
    this.session = session;
    this.schema = schema;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String word = line.word();
    if (word.startsWith("\\")) {
      offer(COMMANDS, "", candidates);
      return;
    }
    String before = word.substring(0, word.lastIndexOf('.') + 1);
    offer(known(), before, candidates);
    if (before.isEmpty()) {
      boolean upper = !word.isEmpty() && word.equals(word.toUpperCase(Locale.ROOT));
      WORDS.forEach(w -> candidates.add(new Candidate(upper ? w.toUpperCase(Locale.ROOT) : w)));
    }
  }

  /**
   * Returns the names from the catalog. In a failed transaction the catalog cannot be queried, so
   * it returns the names of the last query.
   */
  private SortedSet<String> known() {
    try {
      if (!session.transactionSign().equals("!")) {
        known = read();
      }
    } catch (SQLException e) {
      return known;
    }
    return known;
  }

  private SortedSet<String> read() throws SQLException {
    SortedSet<String> names = new TreeSet<>();
    Query.of(session.connection(), QUERY, schema.value(), schema.value())
        .each(row -> names.add(row.getString(1)));
    return names;
  }

  private static void offer(Collection<String> names, String before, List<Candidate> candidates) {
    names.stream()
        // The line editor would print such a name unchanged, and the terminal would obey its
        // control characters.
        .filter(name -> name.codePoints().noneMatch(PrintableText::isSteering))
        .forEach(name -> candidates.add(new Candidate(before + name)));
  }
}
