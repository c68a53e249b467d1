package shareddb.schema.autogenerate;

/** The text of new migration files before the author edits them. */
final class MigrationTemplate {

  private MigrationTemplate() {}

  /** The template for every version after the first. */
  static final String UP =
      """
      -- %s
      --
      -- Runs in one transaction. Once it is applied anywhere, never edit it: write the next one.
      -- Name the schema by its placeholder, so that this works in every schema, and grant the API
      -- what it may do. For instance:
      --
      -- ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN priority integer NOT NULL DEFAULT 0;
      -- COMMENT ON COLUMN "${flyway:defaultSchema}".todos.priority IS 'Higher comes first.';
      --
      -- CREATE TABLE "${flyway:defaultSchema}".tags (
      --     id   bigint GENERATED ALWAYS AS IDENTITY,
      --     name text   NOT NULL,
      --     CONSTRAINT tags_pkey PRIMARY KEY (id)
      -- );
      -- GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".tags TO "${api_role}";
      --
      -- A column that rows must have: add it without NOT NULL, fill it, then require it.
      """;

  /** The template for the first version, which makes the schema. */
  static final String FIRST =
      """
      -- %s
      --
      -- The module's schema comes first: the file says by itself where everything lives.
      CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

      -- CREATE TABLE "${flyway:defaultSchema}".todos (
      --     id    bigint GENERATED ALWAYS AS IDENTITY,
      --     title text   NOT NULL,
      --     CONSTRAINT todos_pkey PRIMARY KEY (id)
      -- );

      -- The API logs in as a role of its own, which may use the data and nothing else.
      GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
      -- GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".todos TO "${api_role}";
      """;

  static final String DOWN =
      """
      -- Takes back what %s does, in the opposite order. For instance:
      --
      -- DROP TABLE "${flyway:defaultSchema}".tags;
      -- ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN priority;
      --
      -- What cannot be brought back (rows, the values of a dropped column) is said here.
      """;

  static final String FIRST_DOWN =
      """
      -- Takes back what %s does, in the opposite order. The schema itself stays:
      -- the history, which remembers this undo too, lives in it.
      -- DROP TABLE "${flyway:defaultSchema}".todos;
      REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
      """;
}
