package shareddb.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.base.track.Workshop;
import shareddb.cli.output.Terminal;

/**
 * The environment in which a command runs.
 *
 * @param root the checkout's folder
 * @param here the folder in which the command was typed
 * @param input the text that the user types or pipes in
 */
public record CommandContext(
    Path root,
    Path here,
    Map<String, String> environment,
    Terminal terminal,
    BufferedReader input) {

  public Settings settings() {
    return Settings.load(root, environment);
  }

  public Workshop workshop() {
    return Workshop.at(root);
  }

  /** Returns a path as the user can type it in this folder, if it lies in the checkout. */
  public String shown(Path path) {
    Path from = here.startsWith(root) ? here : root;
    return path.startsWith(root) ? from.relativize(path).toString() : path.toString();
  }

  /** Returns a path as the repository knows it: relative to the checkout, if it lies in it. */
  public Path inRepository(Path path) {
    return path.startsWith(root) ? root.relativize(path) : path;
  }

  /** Asks the question and returns the answer in lower case, or an empty text if there is none. */
  public String ask(String question) {
    terminal.ask(question);
    try {
      return Optional.ofNullable(input.readLine()).orElse("").strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer", e);
    }
  }

  /** Prints which files were written. */
  public void printMade(Path... files) {
    for (Path file : files) {
      terminal.print(terminal.tick() + " " + shown(file));
    }
  }

  /**
   * Returns this context with a terminal that writes the tool's commands as the user can type them
   * in this folder.
   */
  public CommandContext typedHere() {
    return with(here.equals(root) ? terminal : terminal.typedAs(tool()));
  }

  public CommandContext with(Terminal other) {
    return new CommandContext(root, here, environment, other, input);
  }

  private String tool() {
    Path tool = root.resolve("db");
    return (here.startsWith(root) ? here.relativize(tool) : tool).toString();
  }
}
