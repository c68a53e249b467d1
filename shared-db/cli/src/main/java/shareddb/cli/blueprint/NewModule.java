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
import shareddb.base.track.WorkshopModule;

/**
 * Creates a module: writes its files to a temporary folder, moves that into place, and then names
 * the module in the build.
 */
public final class NewModule {

  private final Path root;
  private final ModuleNames wanted;
  private final List<ModuleName> modules;

  private NewModule(Workshop workshop, ModuleNames wanted) {
    this.root = workshop.root();
    this.wanted = wanted;
    this.modules = workshop.modules().stream().map(WorkshopModule::name).toList();
  }

  public static NewModuleResult make(Path root, String typed) {
    Workshop workshop = Workshop.at(root);
    Optional<NewModuleResult.Refused> refusal = new NameCheck(workshop).refusal(typed);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return new NewModule(workshop, new ModuleNames(new ModuleName(typed))).make();
  }

  private NewModuleResult make() {
    try {
      List<FileEdit> edits = new BuildRegistration(root, wanted, modules).edits();
      Path folder = root.resolve("workshop").resolve(wanted.name().value());
      int files = place(folder);
      register(edits, folder);
      return new NewModuleResult.Made(folder, files, edits.stream().map(FileEdit::file).toList());
    } catch (BuildRegistration.NoPlace e) {
      return new NewModuleResult.NotRegistered(e.file(), String.valueOf(e.getMessage()));
    }
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
