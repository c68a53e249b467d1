package shareddb.cli.blueprint;

import java.nio.file.Path;
import java.util.List;

/** How the making of a module ended. */
public sealed interface NewModuleResult {

  /**
   * It is there, and in the build.
   *
   * @param files how many files it has
   * @param registered the files that name it now
   */
  record Made(Path folder, int files, List<Path> registered) implements NewModuleResult {}

  /**
   * Nothing was written.
   *
   * @param instead a name that would do
   */
  record Refused(String what, String instead) implements NewModuleResult {}

  /** A file that should name it does not look as it should; nothing was written. */
  record NotRegistered(Path file, String what) implements NewModuleResult {}
}
