package shareddb.cli.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A text file: its old text, and its lines after the edit. */
record FileEdit(Path file, String was, List<String> lines) {

  FileEdit {
    lines = List.copyOf(lines);
  }

  static FileEdit of(Path file) {
    try {
      String text = Files.readString(file);
      return new FileEdit(file, text, text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  FileEdit insert(int at, List<String> more) {
    List<String> changed = new ArrayList<>(lines);
    changed.addAll(at, more);
    return new FileEdit(file, was, changed);
  }

  /** Removes the lines from the first to the last. */
  FileEdit remove(int first, int last) {
    List<String> changed = new ArrayList<>(lines);
    changed.subList(first, last + 1).clear();
    return new FileEdit(file, was, changed);
  }

  void write() {
    replace(String.join("\n", lines) + "\n");
  }

  void takeBack() {
    replace(was);
  }

  /** Replaces the file by an atomic move, so that no reader sees half of it. */
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
