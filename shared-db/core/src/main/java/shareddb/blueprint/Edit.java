package shareddb.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A text file as it was, and with lines put into it. */
record Edit(Path file, String was, List<String> lines) {

  Edit {
    lines = List.copyOf(lines);
  }

  static Edit of(Path file) {
    try {
      String text = Files.readString(file);
      return new Edit(file, text, text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  Edit insert(int at, List<String> more) {
    List<String> changed = new ArrayList<>(lines);
    changed.addAll(at, more);
    return new Edit(file, was, changed);
  }

  void write() {
    replace(String.join("\n", lines) + "\n");
  }

  void takeBack() {
    replace(was);
  }

  /** In one step: nobody ever sees half a file. */
  private void replace(String text) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, text);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
