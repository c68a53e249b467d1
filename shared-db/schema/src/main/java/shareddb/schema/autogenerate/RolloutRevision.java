package shareddb.schema.autogenerate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.track.Track;

/**
 * The files of a change in phases, for a column that another one replaces: the expanding migration
 * with its trigger, the back-fill, the contract, and both undo scripts. The names in capital
 * letters are to be replaced.
 */
public final class RolloutRevision {

  private static final String TABLE = "\"${flyway:defaultSchema}\".TABLE_NAME";

  private static final String FUNCTION = "\"${flyway:defaultSchema}\".TABLE_NAME_in_step";

  private static final String TRIGGER =
      """
      -- The column that changed decides, and the other one follows: so both versions may write.
      CREATE FUNCTION %2$s() RETURNS trigger
          LANGUAGE plpgsql
          SET search_path = ''
      AS $$
      BEGIN
          IF TG_OP = 'INSERT' THEN
              NEW.NEW_COLUMN := coalesce(NEW.NEW_COLUMN, NEW.OLD_COLUMN);
              NEW.OLD_COLUMN := NEW.NEW_COLUMN;
          ELSIF NEW.NEW_COLUMN IS DISTINCT FROM OLD.NEW_COLUMN THEN
              NEW.OLD_COLUMN := NEW.NEW_COLUMN;
          ELSE
              NEW.NEW_COLUMN := NEW.OLD_COLUMN;
          END IF;
          RETURN NEW;
      END
      $$;

      CREATE TRIGGER TABLE_NAME_in_step
          BEFORE INSERT OR UPDATE ON %1$s
          FOR EACH ROW
          EXECUTE FUNCTION %2$s();
      """;

  private static final String EXPAND =
      """
      -- Adds the new column; the old one stays for the API that runs. Null says "not filled yet", and
      -- NOT VALID reads no row under this lock.
      ALTER TABLE %1$s
          ADD COLUMN NEW_COLUMN text,
          ADD CONSTRAINT TABLE_NAME_NEW_COLUMN_required CHECK (NEW_COLUMN IS NOT NULL) NOT VALID;

      """
          + TRIGGER;

  private static final String UNDO_TRIGGER =
      """
      DROP TRIGGER TABLE_NAME_in_step ON %1$s;

      DROP FUNCTION %2$s();

      """;

  private static final String UNDO_EXPAND =
      UNDO_TRIGGER + "ALTER TABLE %1$s DROP COLUMN NEW_COLUMN;\n";

  private static final String BACKFILL =
      """
      -- Fills the rows that were there before, batch by batch.
      UPDATE %1$s SET NEW_COLUMN = OLD_COLUMN
      WHERE NEW_COLUMN IS NULL AND ${batch:TABLE_NAME};

      ALTER TABLE %1$s VALIDATE CONSTRAINT TABLE_NAME_NEW_COLUMN_required;

      -- The proof: the rows that are not as they should be.
      SELECT * FROM %1$s WHERE NEW_COLUMN IS DISTINCT FROM OLD_COLUMN;
      """;

  private static final String CONTRACT =
      """
      -- contract of V%3$s
      -- lint: allow drops-rows (NEW_COLUMN has all of it: the proof of the back-fill says so)
      """
          + UNDO_TRIGGER
          + """
          ALTER TABLE %1$s VALIDATE CONSTRAINT TABLE_NAME_NEW_COLUMN_required;

          ALTER TABLE %1$s ALTER COLUMN NEW_COLUMN SET NOT NULL;

          ALTER TABLE %1$s
              DROP CONSTRAINT TABLE_NAME_NEW_COLUMN_required,
              DROP COLUMN OLD_COLUMN;
          """;

  private static final String UNDO_CONTRACT =
      """
      ALTER TABLE %1$s ADD COLUMN OLD_COLUMN text;

      UPDATE %1$s SET OLD_COLUMN = NEW_COLUMN;

      ALTER TABLE %1$s
          ALTER COLUMN OLD_COLUMN SET NOT NULL,
          ALTER COLUMN NEW_COLUMN DROP NOT NULL,
          ADD CONSTRAINT TABLE_NAME_NEW_COLUMN_required CHECK (NEW_COLUMN IS NOT NULL) NOT VALID;

      """
          + TRIGGER;

  private RolloutRevision() {}

  /** Writes the files, none of which may exist yet, and returns them. */
  public static List<Path> write(Track track, MigrationDescription description) {
    RevisionFiles expand = RevisionFiles.next(track, description, Instant.now());
    String after = NextVersion.after(expand.version(), Instant.now());
    String contract = after + "__" + description.slug() + "_contract.sql";
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(expand.migration(), EXPAND);
    texts.put(expand.undo(), UNDO_EXPAND);
    texts.put(track.migrations().resolve("V" + contract), CONTRACT);
    texts.put(track.undo().resolve("U" + contract), UNDO_CONTRACT);
    texts.put(track.backfill().resolve(expand.migration().getFileName()), BACKFILL);
    texts.forEach(
        (file, text) ->
            RevisionFiles.create(file, text.formatted(TABLE, FUNCTION, expand.version())));
    return List.copyOf(texts.keySet());
  }
}
