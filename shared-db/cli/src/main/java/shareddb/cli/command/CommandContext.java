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
 * Everything a command knows of the world outside.
 *
 * @param root the checkout
 * @param here the folder in which the command is typed
 * @param input what is typed
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

  /** A path as it can be typed in this folder, where it is in the checkout. */
  public String shown(Path path) {
    Path from = here.startsWith(root) ? here : root;
    return path.startsWith(root) ? from.relativize(path).toString() : path.toString();
  }

  /** What is typed as the answer, in small letters; empty where nothing is. */
  public String ask(String question) {
    terminal.ask(question);
    try {
      return Optional.ofNullable(input.readLine()).orElse("").strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer", e);
    }
  }

  /** Says which files were written. */
  public void printMade(Path... files) {
    for (Path file : files) {
      terminal.print(terminal.tick() + " " + shown(file));
    }
  }

  /** The same, with the tool's commands written as they can be typed in this folder. */
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
