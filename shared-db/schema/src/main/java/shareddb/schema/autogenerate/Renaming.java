package shareddb.schema.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.track.Target;
import shareddb.schema.autogenerate.diff.Rename;
import shareddb.schema.autogenerate.diff.Renames;
import shareddb.schema.autogenerate.diff.SchemaModel;

/**
 * The renames that lead from the track to the live schema.
 *
 * @param from the schema that the track makes, after the renames
 * @param done the renames, in their order
 * @param notes notes for the reader of the file
 */
record Renaming(SchemaModel from, List<Rename> done, List<String> notes) {

  /** Finds the renames one after the other, because a rename may reveal another one. */
  static Renaming find(Target made, SchemaModel to, RenameChoice choice) throws SQLException {
    List<Rename> done = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> declined = new HashSet<>();
    while (true) {
      SchemaModel from = read(made, done);
      Optional<Rename> next =
          Renames.between(from, to).stream()
              .filter(rename -> !declined.contains(rename.toString()))
              .findFirst();
      if (next.isEmpty()) {
        return new Renaming(from, List.copyOf(done), List.copyOf(notes));
      }
      Rename rename = next.get();
      switch (rename.losesRows() ? choice.of(rename) : RenameChoice.Answer.RENAMED) {
        case RENAMED -> done.add(rename);
        case NOBODY_KNOWS -> {
          done.add(rename);
          notes.add(rename.taken());
        }
        case DROPPED_AND_ADDED -> {
          declined.add(rename.toString());
          notes.add(rename.declined());
        }
      }
    }
  }

  static SchemaModel read(Target target, List<Rename> first) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return SchemaModel.read(connection, target.schema(), target.apiRole(), first);
    }
  }

  String up() {
    return statements(done.stream().map(Rename::written).toList());
  }

  String down() {
    return statements(done.reversed().stream().map(Rename::writtenBack).toList());
  }

  private static String statements(List<String> sql) {
    return String.join("\n", sql.stream().map(statement -> statement + ";\n").toList());
  }
}
