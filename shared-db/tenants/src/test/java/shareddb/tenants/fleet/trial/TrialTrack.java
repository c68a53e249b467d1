package shareddb.tenants.fleet.trial;

import java.nio.file.Path;
import java.util.List;
import shareddb.testing.TrackFolder;

/** Five migrations that build on one another, and a sixth that wants clean data. */
final class TrialTrack {

  static final int PROVISIONED = 4;
  static final int NEWEST = 5;
  static final int CLEAN = 6;

  private record Step(String up, String undo) {}

  private static final String IT = "\"${flyway:defaultSchema}\"";

  private static final List<Step> STEPS =
      List.of(
          new Step(
              """
              CREATE SCHEMA IF NOT EXISTS $it;
              CREATE TABLE $it.person (
                  id   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT person_pkey PRIMARY KEY,
                  name text   NOT NULL
              );
              """,
              "DROP TABLE $it.person;"),
          new Step(
              """
              CREATE TABLE $it.requirement (
                  id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT requirement_pkey PRIMARY KEY,
                  title     text   NOT NULL,
                  person_id bigint NOT NULL CONSTRAINT requirement_person_fkey REFERENCES $it.person
              );
              GRANT USAGE ON SCHEMA $it TO "${api_role}";
              GRANT SELECT ON $it.requirement TO "${api_role}";
              """,
              "DROP TABLE $it.requirement; REVOKE USAGE ON SCHEMA $it FROM \"${api_role}\";"),
          new Step(
              "CREATE INDEX requirement_person_idx ON $it.requirement (person_id);",
              "DROP INDEX $it.requirement_person_idx;"),
          new Step("INSERT INTO $it.person (name) VALUES ('somebody');", "DELETE FROM $it.person;"),
          new Step(
              "ALTER TABLE $it.person ADD COLUMN email text;",
              "ALTER TABLE $it.person DROP COLUMN email;"));

  private TrialTrack() {}

  static TrackFolder in(Path temporary) {
    TrackFolder folder = TrackFolder.in(temporary);
    for (int i = 0; i < STEPS.size(); i++) {
      add(folder, (i + 1) + "__step", STEPS.get(i));
    }
    return folder;
  }

  static void wantClean(TrackFolder folder) {
    add(
        folder,
        CLEAN + "__named",
        new Step(
            "ALTER TABLE $it.person ADD CONSTRAINT person_named CHECK (name <> '');",
            "ALTER TABLE $it.person DROP CONSTRAINT person_named;"));
  }

  private static void add(TrackFolder folder, String name, Step step) {
    folder.up(name, step.up().replace("$it", IT)).undo(name, step.undo().replace("$it", IT));
  }
}
