package shareddb.migrate.script;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** A track whose third migration builds an index between transactions, and a target for it. */
abstract class StatementByStatementCase {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  static final Version TWO = Version.parse("2");
  static final Version THREE = Version.parse("3");
  static final Version FOUR = Version.parse("4");
  static final DowngradeTo ONE_STEP = new DowngradeTo.Steps(1);

  static final String INDEX =
      "-- CONCURRENTLY\nCREATE UNIQUE INDEX CONCURRENTLY notes_author_key"
          + " ON \"${flyway:defaultSchema}\".notes (author);\n";

  static final String ALTER = "ALTER TABLE \"${flyway:defaultSchema}\".notes ";

  @TempDir Path temporary;

  TrackFolder folder;
  Target target;

  @BeforeEach
  void folder() throws SQLException {
    Sql.run(db.admin(), "DROP SCHEMA IF EXISTS \"a 'b'\" CASCADE");
    target = new Target(db.admin(), new SchemaName("a 'b'"));
    folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__author_unique", INDEX)
            .undo(
                "3__author_unique",
                "DROP INDEX CONCURRENTLY IF EXISTS \"${flyway:defaultSchema}\".notes_author_key;");
  }

  /** Two rows of one author, which no unique index takes. */
  void twice() throws SQLException {
    Upgrade.run(folder.track(), target, TWO);
    Sql.run(db.admin(), "INSERT INTO " + table("notes") + " (body) VALUES ('one'), ('two')");
  }

  String invalid() throws SQLException {
    return Sql.text(
        db.admin(),
        "SELECT string_agg(relname || CASE WHEN indisvalid THEN ': valid' ELSE ': invalid' END,"
            + " ', ') FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
            + " WHERE relname LIKE 'notes_author%'");
  }

  String table(String name) {
    return target.schema().quoted(name);
  }
}
