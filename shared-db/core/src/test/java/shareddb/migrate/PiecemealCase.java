package shareddb.migrate;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.names.SchemaName;
import shareddb.track.Version;

/** A track whose third migration builds an index between transactions, and a target for it. */
abstract class PiecemealCase {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

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
    Sql.run(db.login(), "DROP SCHEMA IF EXISTS \"a 'b'\" CASCADE");
    target = new Target(db.login(), new SchemaName("a 'b'"));
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
    Sql.run(db.login(), "INSERT INTO " + table("notes") + " (body) VALUES ('one'), ('two')");
  }

  String invalid() throws SQLException {
    return Sql.text(
        db.login(),
        "SELECT string_agg(relname || CASE WHEN indisvalid THEN ': valid' ELSE ': invalid' END,"
            + " ', ') FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
            + " WHERE relname LIKE 'notes_author%'");
  }

  String table(String name) {
    return target.schema().quoted(name);
  }
}
