package shareddb.schema.autogenerate;

import java.nio.file.Path;
import shareddb.base.track.Track;
import shareddb.testing.TrackFolder;

/** A track with a bit of everything, for a schema that is changed by hand. */
final class ChangedTrack {

  private ChangedTrack() {}

  static Track in(Path temporary) {
    return TrackFolder.in(temporary)
        .up(
            "1__base",
            """
            CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
            SET LOCAL search_path = "${flyway:defaultSchema}";
            CREATE TYPE mood AS ENUM ('happy', 'sad');
            CREATE DOMAIN positive AS integer CONSTRAINT above_zero CHECK (VALUE > 0);
            CREATE SEQUENCE counter;
            CREATE TABLE notes (
                id    bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notes_pkey PRIMARY KEY,
                body  text NOT NULL,
                mood  mood DEFAULT 'happy',
                shout text GENERATED ALWAYS AS (upper(body)) STORED
            );
            CREATE TABLE tags (
                id     bigint CONSTRAINT tags_pkey PRIMARY KEY,
                name   text,
                weight integer DEFAULT 1,
                label  text,
                note   bigint,
                rank   positive,
                CONSTRAINT tags_note_fkey FOREIGN KEY (note) REFERENCES notes ON DELETE CASCADE
            );
            CREATE INDEX tags_name_idx ON tags (name);
            COMMENT ON COLUMN tags.name IS 'short';
            CREATE VIEW names AS SELECT id, name FROM tags;
            CREATE VIEW titles AS SELECT id, body FROM notes;
            CREATE FUNCTION measure(t text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
            CREATE VIEW measured AS SELECT measure(body) AS m FROM notes;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql
                SET search_path = "${flyway:defaultSchema}"
                AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER notes_touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
            GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
            GRANT SELECT, INSERT ON notes, tags, measured TO "${api_role}";
            """)
        .undo("1__base", "DROP TABLE \"${flyway:defaultSchema}\".notes CASCADE;")
        .track();
  }
}
