package shareddb.migrate.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.NextCommand;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/** Why a history and the files of its track do not fit together. */
public sealed interface HistoryProblem {

  /** It is of no version. */
  sealed interface OfRepeatable extends HistoryProblem {

    HistoryRow row();
  }

  /**
   * The schema was made by another track, or by one that is not in this checkout.
   *
   * @param rows what is applied, by version
   */
  record OfAnotherTrack(Optional<Track> owner, List<HistoryRow> rows) implements HistoryProblem {

    /** A message about a schema of this name. */
    public String what(String schema) {
      return owner
              .map(track -> schema + " belongs to " + track.label() + ": ")
              .orElse("no track of this checkout has the migrations of " + schema + ": ")
          + scripts();
    }

    /** What to type next, where the schema was taken for that of a track. */
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

  /** An applied migration was edited: the golden rule of migrations is broken. */
  record Edited(Migration migration, HistoryRow row) implements HistoryProblem {
    public Version version() {
      return migration.version();
    }
  }

  /** An applied migration whose file is not there any more. */
  record Missing(Version version, HistoryRow row) implements HistoryProblem {}

  /** A new file with a version below one that is applied already. */
  record OutOfOrder(Migration migration, Version current) implements HistoryProblem {
    public Version version() {
      return migration.version();
    }
  }

  /**
   * A script that cannot be one transaction was stopped half-way: one that applies the version, or
   * one that undoes it.
   *
   * @param migration where its file is still there
   */
  record HalfDone(Version version, HistoryRow row, Optional<Migration> migration)
      implements HistoryProblem {

    /** Whether an upgrade can go on: it is known how far it came, and the file is the same. */
    public boolean canBeFinished() {
      return row.isResumable()
          && !row.undoes()
          && migration.isPresent()
          && (row.statementsDone() == 0
              || row.sum().equals(Optional.of(migration.get().checksum())));
    }
  }

  /** A repeatable migration that ran, and whose file is not there any more. */
  record RepeatableGone(HistoryRow row) implements OfRepeatable {}

  /** A repeatable migration that cannot be one transaction was stopped half-way. */
  record RepeatableFailed(HistoryRow row) implements OfRepeatable {}
}
