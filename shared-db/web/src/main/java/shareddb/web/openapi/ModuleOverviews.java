package shareddb.web.openapi;

import java.util.Optional;

/** What the process that serves the modules knows of them, and their APIs do not. */
public interface ModuleOverviews {

  /** Of a server that knows no more than the titles. */
  ModuleOverviews NONE =
      new ModuleOverviews() {
        @Override
        public ModuleOverview of(String module) {
          return ModuleOverview.EMPTY;
        }

        @Override
        public Optional<String> file(String module, String name) {
          return Optional.empty();
        }
      };

  /** Returns how the module stands now. */
  ModuleOverview of(String module);

  /**
   * Returns the text of a picture, or the lesson as the body of an HTML page; empty if the module
   * has no such file.
   */
  Optional<String> file(String module, String name);
}
