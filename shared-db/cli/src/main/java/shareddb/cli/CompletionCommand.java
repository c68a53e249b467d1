package shareddb.cli;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;

/** The command {@code ./db completion bash zsh}. */
@CommandLine.Command
final class CompletionCommand implements Command {

  /** The shells that have a completion script. */
  enum Shell {
    bash,
    zsh
  }

  @Parameters(
      paramLabel = "SHELL",
      description = "${COMPLETION-CANDIDATES}; in your ~/.bashrc:  source <(./db completion bash)")
  private Shell shell = Shell.bash;

  @Override
  public ExitCode run(CommandContext context) {
    String script =
        switch (shell) {
          case bash -> BashCompletion.script();
          case zsh -> ZshCompletion.script();
        };
    context.terminal().printScript(script.stripTrailing());
    return ExitCode.DONE;
  }
}
