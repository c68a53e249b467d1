package shareddb.cli;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Map;
import shareddb.settings.Settings;
import shareddb.track.Workshop;

/**
 * Everything a command knows of the world outside.
 *
 * @param root the checkout
 * @param here the folder in which the command is typed
 * @param input what is typed
 */
record Surroundings(
    Path root,
    Path here,
    Map<String, String> environment,
    Terminal terminal,
    BufferedReader input) {

  Settings settings() {
    return Settings.load(root, environment);
  }

  Workshop workshop() {
    return Workshop.at(root);
  }

  /** A path as somebody in the checkout would type it. */
  String shown(Path path) {
    return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
  }
}
