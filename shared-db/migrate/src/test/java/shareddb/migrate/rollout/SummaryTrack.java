package shareddb.migrate.rollout;

import java.nio.file.Path;
import java.sql.SQLException;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/**
 * A track whose version 2 begins to turn {@code title} into {@code summary}, and whose version 3
 * completes it; and a target at version 1 with rows.
 */
record SummaryTrack(TrackFolder folder, Target target) {

  static final Version ONE = Version.parse("1");
  static final Version TWO = Version.parse("2");

  private static final String S = "\"${flyway:defaultSchema}\".";

  static SummaryTrack with(int rows, Path temporary, TestDatabase db, String schema)
      throws SQLException {
    SummaryTrack track =
        new SummaryTrack(files(temporary), new Target(db.admin(), new SchemaName(schema)));
    Upgrade.run(track.track(), track.target(), ONE);
    track.sql(
        "INSERT INTO %s (title) SELECT 'todo ' || n FROM generate_series(1, " + rows + ") AS n");
    return track;
  }

  private static TrackFolder files(Path temporary) {
    return TrackFolder.in(temporary)
        .up(
            "1__todos",
            """
            CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
            CREATE TABLE §todos (
                id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT todos_pkey PRIMARY KEY,
                title      text NOT NULL,
                updated_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE FUNCTION §touch() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN NEW.updated_at := clock_timestamp(); RETURN NEW; END $$;
            CREATE TRIGGER todos_touch BEFORE UPDATE ON §todos
                FOR EACH ROW EXECUTE FUNCTION §touch();
            GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
            GRANT SELECT, INSERT, UPDATE, DELETE ON §todos TO "${api_role}";
            """
                .replace("§", S))
        .undo("1__todos", "DROP TABLE §todos; DROP FUNCTION §touch();".replace("§", S))
        .up(
            "2__summary",
            """
            ALTER TABLE §todos ADD COLUMN summary text,
                ADD CONSTRAINT todos_summary_required CHECK (summary IS NOT NULL) NOT VALID;
            CREATE FUNCTION §todos_in_step() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'INSERT' THEN
                    NEW.summary := coalesce(NEW.summary, NEW.title);
                    NEW.title := NEW.summary;
                ELSIF NEW.summary IS DISTINCT FROM OLD.summary THEN
                    NEW.title := NEW.summary;
                ELSE
                    NEW.summary := NEW.title;
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER todos_in_step BEFORE INSERT OR UPDATE ON §todos
                FOR EACH ROW EXECUTE FUNCTION §todos_in_step();
            """
                .replace("§", S))
        .undo(
            "2__summary",
            """
            DROP TRIGGER todos_in_step ON §todos;
            DROP FUNCTION §todos_in_step();
            ALTER TABLE §todos DROP COLUMN summary;
            """
                .replace("§", S))
        .write(
            "backfill/V2__summary.sql",
            """
            UPDATE §todos SET summary = title WHERE summary IS NULL AND ${batch:todos};
            ALTER TABLE §todos VALIDATE CONSTRAINT todos_summary_required;
            SELECT id, title, summary FROM §todos WHERE summary IS DISTINCT FROM title;
            """
                .replace("§", S))
        .up(
            "3__summary_contract",
            """
            -- contract of V2
            DROP TRIGGER todos_in_step ON §todos;
            DROP FUNCTION §todos_in_step();
            ALTER TABLE §todos ALTER COLUMN summary SET NOT NULL;
            ALTER TABLE §todos DROP CONSTRAINT todos_summary_required, DROP COLUMN title;
            """
                .replace("§", S))
        .undo(
            "3__summary_contract",
            """
            ALTER TABLE §todos ADD COLUMN title text;
            UPDATE §todos SET title = summary;
            ALTER TABLE §todos ALTER COLUMN title SET NOT NULL;
            """
                .replace("§", S));
  }

  Track track() {
    return folder.track();
  }

  /** Runs SQL in which %s is the table. */
  void sql(String sql) throws SQLException {
    Sql.run(target.admin(), sql.replace("%s", target.schema().quoted("todos")));
  }

  /** The first value of a query in which %s is the table. */
  String value(String sql) throws SQLException {
    return Sql.text(target.admin(), sql.replace("%s", target.schema().quoted("todos")));
  }
}
