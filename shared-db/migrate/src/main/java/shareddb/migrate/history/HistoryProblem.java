package shareddb.migrate.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.NextCommand;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/** A reason why a history and the files of its track do not fit together. */
public sealed interface HistoryProblem {

  /** A problem of a repeatable migration, which has no version. */
  sealed interface OfRepeatable extends HistoryProblem {

    HistoryRow row();
  }

  /**
   * Another track made the schema. That track may be missing in this checkout.
   *
   * @param rows the applied rows, by version
   */
  record OfAnotherTrack(Optional<Track> owner, List<HistoryRow> rows) implements HistoryProblem {

    /** The message about a schema with this name. */
    public String what(String schema) {
      return owner
              .map(track -> schema + " belongs to " + track.label() + ": ")
              .orElse("no track of this checkout has the migrations of " + schema + ": ")
          + scripts();
    }

    /**
     * The next command to type.
     *
     * @param taken the track that the tool expected in the schema
     */
    public String next(Track taken, SchemaName schema) {
      return owner
          .map(track -> ofOwner(track, schema) + "\nor take another --schema")
          .orElseGet(
              () ->
                  new NextCommand(taken, schema).of("history")
                      + "     (lists them)\nbring the folder of its module back from version"
                      + " control, or take another --schema");
    }

    private static String ofOwner(Track owner, SchemaName schema) {
      return owner.isOfTenants()
          ? "./db tenants list --module " + owner.module()
          : new NextCommand(owner, schema).of("current");
    }

    public String scripts() {
      return rows.stream().map(HistoryRow::script).collect(Collectors.joining(", "));
    }
  }

  /** An applied migration was edited. Applied migrations must never change. */
  record Edited(Migration migration, HistoryRow row) implements HistoryProblem {
    public Version version() {
      return migration.version();
    }
  }

  /** The file of an applied migration does not exist any more. */
  record Missing(Version version, HistoryRow row) implements HistoryProblem {}

  /** A new file has a version below one that is already applied. */
  record OutOfOrder(Migration migration, Version current) implements HistoryProblem {
    public Version version() {
      return migration.version();
    }
  }

  /**
   * A script that cannot be one transaction stopped half-way. It is the migration or its undo
   * script.
   *
   * @param migration empty if its file does not exist any more
   */
  record HalfDone(Version version, HistoryRow row, Optional<Migration> migration)
      implements HistoryProblem {

    /**
     * Whether an upgrade can finish it: the history says how many statements are done, and the file
     * is still the same.
     */
    public boolean canBeFinished() {
      return row.isResumable()
          && !row.undoes()
          && migration.isPresent()
          && (row.statementsDone() == 0
              || row.sum().equals(Optional.of(migration.get().checksum())));
    }
  }

  /** A repeatable migration was run, and its file does not exist any more. */
  record RepeatableGone(HistoryRow row) implements OfRepeatable {}

  /** A repeatable migration that cannot be one transaction stopped half-way. */
  record RepeatableFailed(HistoryRow row) implements OfRepeatable {}
}
