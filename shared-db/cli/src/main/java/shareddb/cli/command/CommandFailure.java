package shareddb.cli.command;

import java.util.List;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.StepsText;
import shareddb.migrate.script.AppliedStep;

/** Ends a command: the message, the next command to type, and the exit code. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final String what;
  private final String next;

  private final transient List<AppliedStep> steps;

  public CommandFailure(ExitCode exit, String what, String next) {
    this(exit, what, next, List.of());
  }

  public CommandFailure(ExitCode exit, String what, String next, List<AppliedStep> steps) {
    super(what);
    this.steps = List.copyOf(steps);
    this.exit = exit;
    this.what = what;
    this.next = next;
  }

  /** The command was typed wrongly. */
  public static CommandFailure usage(String what, String next) {
    return new CommandFailure(ExitCode.USAGE, what, next);
  }

  public static CommandFailure failed(String what, String next) {
    return failed(what, next, List.of());
  }

  public static CommandFailure failed(String what, String next, List<AppliedStep> steps) {
    return new CommandFailure(ExitCode.FAILED, what, next, steps);
  }

  public ExitCode exit() {
    return exit;
  }

  public String what() {
    return what;
  }

  public String next() {
    return next;
  }

  /** The steps that were completed before the failure, and that remain. */
  public List<AppliedStep> steps() {
    return steps;
  }

  /** The failure as JSON, for scripts. */
  public JsonObject json() {
    JsonObject error =
        new JsonObject().put("message", what).put("next", next).put("exit_code", exit.code());
    return new JsonObject().put("error", error).put("steps", StepsText.json(steps));
  }
}
