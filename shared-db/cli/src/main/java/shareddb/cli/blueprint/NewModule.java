package shareddb.cli.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Workshop;

/**
 * Creates a module: writes its files to a temporary folder, moves that into place, and then names
 * the module in Maven's lists. A folder that is there and lacks a line in one of them gets the line
 * only.
 */
public final class NewModule {

  private final Path root;
  private final ModuleNames wanted;

  private NewModule(Path root, ModuleNames wanted) {
    this.root = root;
    this.wanted = wanted;
  }

  public static NewModuleResult make(Path root, String typed) {
    try {
      if (ModuleName.isOne(typed)) {
        ModuleFiles files = new ModuleFiles(root, new ModuleName(typed));
        List<FileEdit> missing = new MavenLists(root).adding(files.name());
        if (files.hasFolder() && !missing.isEmpty()) {
          missing.forEach(FileEdit::write);
          return made(files.folder(), 0, missing);
        }
      }
      Optional<NewModuleResult.Refused> refusal = new NameCheck(Workshop.at(root)).refusal(typed);
      return refusal.isPresent()
          ? refusal.get()
          : new NewModule(root, new ModuleNames(new ModuleName(typed))).make();
    } catch (MavenLists.NoPlace e) {
      return new NewModuleResult.NotRegistered(e.file(), String.valueOf(e.getMessage()));
    }
  }

  private NewModuleResult make() throws MavenLists.NoPlace {
    List<FileEdit> edits = new MavenLists(root).adding(wanted.name());
    Path folder = new ModuleFiles(root, wanted.name()).folder();
    int files = place(folder);
    register(edits, folder);
    return made(folder, files, edits);
  }

  private static NewModuleResult made(Path folder, int files, List<FileEdit> edits) {
    return new NewModuleResult.Made(folder, files, edits.stream().map(FileEdit::file).toList());
  }

  /** Moves the complete folder into place in one step, so that all files appear at once. */
  private int place(Path folder) {
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".new");
    try {
      delete(aside);
      int files = Blueprint.write(wanted, aside);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    } finally {
      delete(aside);
    }
  }

  /**
   * Writes all edits or none: if one edit fails, the earlier ones are undone and the folder is
   * deleted.
   */
  private static void register(List<FileEdit> edits, Path folder) {
    List<FileEdit> written = new ArrayList<>();
    try {
      for (FileEdit edit : edits) {
        edit.write();
        written.add(edit);
      }
    } catch (UncheckedIOException e) {
      written.reversed().forEach(FileEdit::takeBack);
      delete(folder);
      throw e;
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear away " + folder, e);
    }
  }
}
