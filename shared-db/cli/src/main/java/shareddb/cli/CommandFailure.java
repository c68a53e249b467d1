package shareddb.cli;

import java.util.List;
import shareddb.cli.json.Json;
import shareddb.migrate.AppliedStep;

/** Why a command cannot go on: what happened, and what to type next. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final String what;
  private final String next;

  private final transient List<AppliedStep> steps;

  CommandFailure(ExitCode exit, String what, String next) {
    this(exit, what, next, List.of());
  }

  CommandFailure(ExitCode exit, String what, String next, List<AppliedStep> steps) {
    super(what);
    this.steps = List.copyOf(steps);
    this.exit = exit;
    this.what = what;
    this.next = next;
  }

  /** Wrongly typed. */
  static CommandFailure usage(String what, String next) {
    return new CommandFailure(ExitCode.USAGE, what, next);
  }

  static CommandFailure failed(String what, String next) {
    return failed(what, next, List.of());
  }

  static CommandFailure failed(String what, String next, List<AppliedStep> steps) {
    return new CommandFailure(ExitCode.FAILED, what, next, steps);
  }

  ExitCode exit() {
    return exit;
  }

  String what() {
    return what;
  }

  String next() {
    return next;
  }

  /** What was done before it failed, and stands. */
  List<AppliedStep> steps() {
    return steps;
  }

  /** As a program reads it. */
  Json json() {
    Json error = new Json().put("message", what).put("next", next).put("exit_code", exit.code());
    return new Json().put("error", error).put("steps", Steps.json(steps));
  }
}
