package shareddb.tenants.fleet.bench;

import java.nio.file.Path;
import java.util.List;
import shareddb.testing.TrackFolder;

/** Four small migrations to provision a tenant with, and a fifth to upgrade it by. */
final class BenchTrack {

  static final int PROVISIONED = 4;
  static final int UPGRADED = 5;

  static final List<String> SCRIPTS =
      List.of(
          """
          CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
          CREATE TABLE "${flyway:defaultSchema}".person (
              id   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT person_pkey PRIMARY KEY,
              name text   NOT NULL
          );
          """,
          """
          CREATE TABLE "${flyway:defaultSchema}".requirement (
              id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT requirement_pkey PRIMARY KEY,
              title     text   NOT NULL,
              person_id bigint NOT NULL CONSTRAINT requirement_person_fkey
                  REFERENCES "${flyway:defaultSchema}".person
          );
          """,
          """
          CREATE INDEX requirement_person_idx ON "${flyway:defaultSchema}".requirement (person_id);
          """,
          """
          ALTER TABLE "${flyway:defaultSchema}".requirement
              ADD COLUMN status text NOT NULL DEFAULT 'draft',
              ADD CONSTRAINT requirement_status CHECK (status IN ('draft', 'done'));
          """,
          """
          ALTER TABLE "${flyway:defaultSchema}".person ADD COLUMN email text;
          """);

  private BenchTrack() {}

  static TrackFolder in(Path temporary) {
    TrackFolder folder = TrackFolder.in(temporary);
    for (int i = 0; i < SCRIPTS.size(); i++) {
      folder.up((i + 1) + "__step", SCRIPTS.get(i));
    }
    return folder;
  }
}
