package shareddb.learn.lesson;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A bash that commands are typed into, one after the other. Variables and functions stay from one
 * to the next. A command reads nothing from the terminal.
 */
final class LessonTerminal implements AutoCloseable {

  private static final Duration END = Duration.ofSeconds(5);

  private final TerminalOutput output = new TerminalOutput();
  private final Process bash;
  private final Writer input;
  private final Path script;

  LessonTerminal(LessonPlace place, Path folder) throws IOException {
    script = Files.createTempFile("lesson", ".sh");
    var builder = new ProcessBuilder("bash", "--noprofile", "--norc");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    place.setEnvironment(builder.environment());
    bash = builder.start();
    input = bash.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("lesson-terminal").start(this::read);
  }

  private void read() {
    char[] buffer = new char[8192];
    try (Reader reader = new InputStreamReader(bash.getInputStream(), StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        output.append(buffer, n);
      }
      output.end("");
    } catch (IOException e) {
      output.end(e.toString());
    }
  }

  /** Types a command, which is run with the exit code of the one before in {@code $?}. */
  void type(String command) throws IOException {
    Files.writeString(script, command + "\n");
    output.begin();
    input.write(
        "(exit %d); . '%s' </dev/null; printf '%s%%d%s' $?\n"
            .formatted(output.exitCode(), script, TerminalOutput.PROMPT, TerminalOutput.PROMPT));
    input.flush();
  }

  /** Takes what the terminal says until it is enough, or the command has ended. */
  List<String> take(Duration limit, Predicate<List<String>> isEnough) throws InterruptedException {
    return output.take(limit, isEnough);
  }

  /** Whether no command runs. */
  boolean isAtPrompt() {
    return output.isAtPrompt();
  }

  /** The exit code of the last command that has ended. */
  int exitCode() {
    return output.exitCode();
  }

  /**
   * Ctrl-C: the signal goes to all that the terminal runs, and what they say then is dropped. A
   * program that was started in the background ignores it, so the next ones are stronger.
   */
  void interrupt() throws IOException, InterruptedException {
    List<ProcessHandle> running = bash.descendants().toList();
    for (String signal : List.of("INT", "TERM", "KILL")) {
      for (ProcessHandle process : running) {
        if (process.isAlive()) {
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        }
      }
      if (haveEnded(running)) {
        break;
      }
    }
    output.take(END, lines -> false);
  }

  /** An API that still ends its requests keeps its port, though make has ended already. */
  private static boolean haveEnded(List<ProcessHandle> running) throws InterruptedException {
    try {
      CompletableFuture.allOf(
              running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(END.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (!isAtPrompt()) {
        interrupt();
      }
      bash.descendants().forEach(ProcessHandle::destroy);
      bash.destroy();
      if (!bash.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        bash.destroyForcibly();
      }
      Files.deleteIfExists(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
