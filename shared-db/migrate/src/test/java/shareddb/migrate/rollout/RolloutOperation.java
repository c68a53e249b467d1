package shareddb.migrate.rollout;

/**
 * A kind of change. In its SQL, § is the schema with a dot.
 *
 * <p>Its parts are the expanding migration, the back-fill script (empty if no row has to be
 * filled), the contract without its first line, a statement of the old version, and one of the new
 * version.
 */
enum RolloutOperation {
  ADD_REQUIRED_COLUMN(
      """
      ALTER TABLE §todos ADD COLUMN priority int,
          ADD CONSTRAINT priority_required CHECK (priority IS NOT NULL) NOT VALID;
      CREATE FUNCTION §in_step() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN NEW.priority := coalesce(NEW.priority, 3); RETURN NEW; END $$;
      CREATE TRIGGER in_step BEFORE INSERT OR UPDATE ON §todos
          FOR EACH ROW EXECUTE FUNCTION §in_step();
      """,
      """
      UPDATE §todos SET priority = 3 WHERE priority IS NULL AND ${batch:todos};
      ALTER TABLE §todos VALIDATE CONSTRAINT priority_required;
      SELECT id FROM §todos WHERE priority IS NULL;
      """,
      """
      DROP TRIGGER in_step ON §todos;
      DROP FUNCTION §in_step();
      ALTER TABLE §todos ALTER COLUMN priority SET NOT NULL;
      ALTER TABLE §todos ALTER COLUMN priority SET DEFAULT 3, DROP CONSTRAINT priority_required;
      """,
      "INSERT INTO todos (title) VALUES ('old')",
      "INSERT INTO todos (title, priority) VALUES ('new', 1)"),

  RENAME_COLUMN_AT_ONCE(
      "ALTER TABLE §todos RENAME COLUMN title TO summary;",
      "",
      "SELECT 1;",
      "INSERT INTO todos (title) VALUES ('old')",
      "INSERT INTO todos (summary) VALUES ('new')"),

  RENAME_TABLE(
      "ALTER TABLE §todos RENAME TO tasks;",
      "",
      "SELECT 1;",
      "INSERT INTO todos (title) VALUES ('old')",
      "INSERT INTO tasks (title) VALUES ('new')"),

  CHANGE_TYPE(
      """
      ALTER TABLE §todos ADD COLUMN rank_new bigint;
      CREATE FUNCTION §in_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
          IF TG_OP = 'INSERT' AND NEW.rank_new IS NOT NULL
              OR TG_OP = 'UPDATE' AND NEW.rank_new IS DISTINCT FROM OLD.rank_new THEN
              NEW.rank := NEW.rank_new;
          ELSE
              NEW.rank_new := NEW.rank;
          END IF;
          RETURN NEW;
      END $$;
      CREATE TRIGGER in_step BEFORE INSERT OR UPDATE ON §todos
          FOR EACH ROW EXECUTE FUNCTION §in_step();
      """,
      """
      UPDATE §todos SET rank_new = rank WHERE rank_new IS NULL AND ${batch:todos};
      SELECT id FROM §todos WHERE rank_new IS DISTINCT FROM rank;
      """,
      """
      DROP TRIGGER in_step ON §todos;
      DROP FUNCTION §in_step();
      ALTER TABLE §todos DROP COLUMN rank;
      ALTER TABLE §todos RENAME COLUMN rank_new TO rank;
      """,
      "INSERT INTO todos (title, rank) VALUES ('old', 7)",
      "INSERT INTO todos (title, rank) VALUES ('new', 8)"),

  ADD_FOREIGN_KEY(
      """
      ALTER TABLE §todos ADD CONSTRAINT todos_parent_fkey
          FOREIGN KEY (parent) REFERENCES §todos (id) NOT VALID;
      """,
      """
      UPDATE §todos SET parent = NULL WHERE parent = -1 AND ${batch:todos};
      ALTER TABLE §todos VALIDATE CONSTRAINT todos_parent_fkey;
      SELECT id FROM §todos WHERE parent = -1;
      """,
      "ALTER TABLE §todos VALIDATE CONSTRAINT todos_parent_fkey;",
      "INSERT INTO todos (title, parent) VALUES ('old', 1)",
      "INSERT INTO todos (title, parent) VALUES ('new', 2)"),

  MOVE_COLUMN_TO_A_TABLE(
      """
      CREATE TABLE §ranks (todo bigint PRIMARY KEY, rank int);
      GRANT SELECT, INSERT, UPDATE, DELETE ON §ranks TO "${api_role}";
      CREATE FUNCTION §in_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = '' AS $$
      BEGIN
          INSERT INTO §ranks (todo, rank) VALUES (NEW.id, NEW.rank)
          ON CONFLICT (todo) DO UPDATE SET rank = excluded.rank;
          RETURN NULL;
      END $$;
      CREATE TRIGGER in_step AFTER INSERT OR UPDATE OF rank ON §todos
          FOR EACH ROW EXECUTE FUNCTION §in_step();
      """,
      """
      INSERT INTO §ranks (todo, rank) SELECT id, rank FROM §todos WHERE ${batch:todos}
      ON CONFLICT (todo) DO NOTHING;
      SELECT id FROM §todos AS t LEFT JOIN §ranks AS r ON r.todo = t.id
      WHERE r.rank IS DISTINCT FROM t.rank;
      """,
      """
      DROP TRIGGER in_step ON §todos;
      DROP FUNCTION §in_step();
      ALTER TABLE §todos DROP COLUMN rank;
      """,
      "INSERT INTO todos (title, rank) VALUES ('old', 7)",
      "SELECT count(rank) FROM ranks WHERE todo = 1"),

  DROP_COLUMN(
      "ALTER TABLE §todos ALTER COLUMN rank DROP NOT NULL;",
      "",
      "ALTER TABLE §todos DROP COLUMN rank;",
      "INSERT INTO todos (title, rank) VALUES ('old', 7)",
      "INSERT INTO todos (title) VALUES ('new')");

  private final String expand;
  private final String backfill;
  private final String contract;
  private final String oldWrite;
  private final String newWrite;

  RolloutOperation(
      String expand, String backfill, String contract, String oldWrite, String newWrite) {
    this.expand = inSchema(expand);
    this.backfill = inSchema(backfill);
    this.contract = "-- contract of V2\n" + inSchema(contract);
    this.oldWrite = oldWrite;
    this.newWrite = newWrite;
  }

  private static String inSchema(String sql) {
    return sql.replace("§", "\"${flyway:defaultSchema}\".");
  }

  String expand() {
    return expand;
  }

  String backfill() {
    return backfill;
  }

  String contract() {
    return contract;
  }

  String oldWrite() {
    return oldWrite;
  }

  String newWrite() {
    return newWrite;
  }
}
