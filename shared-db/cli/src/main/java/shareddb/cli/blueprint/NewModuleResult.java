package shareddb.cli.blueprint;

import java.nio.file.Path;
import java.util.List;

/** The outcome of creating a module. */
public sealed interface NewModuleResult {

  /**
   * The module is there and named in Maven's lists.
   *
   * @param files the number of files that were written: 0 if its folder was there
   * @param registered the files that name it now
   */
  record Made(Path folder, int files, List<Path> registered) implements NewModuleResult {}

  /**
   * The name was refused, and no file was written.
   *
   * @param instead a name that can be used
   */
  record Refused(String what, String instead) implements NewModuleResult {}

  /** A file of the build has no place for the module's line; no file was written. */
  record NotRegistered(Path file, String what) implements NewModuleResult {}
}
