package shareddb.cli.command.classroom;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.base.settings.Login;
import shareddb.cli.command.CommandContext;
import shareddb.cli.output.Terminal;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.LearnerKeyFiles;

/** The option {@code --host}: how learners reach the server, if not as the instructor does. */
final class HostOption {

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "the server's name or address for learners (else as in these settings)")
  private @Nullable String host;

  LearnerKeyFiles keys(ClassDatabase database, CommandContext context) {
    Login admin = database.admin();
    Login server =
        new Login(
            host == null ? admin.host() : host,
            admin.port(),
            admin.database(),
            admin.user(),
            admin.password(),
            admin.parameters());
    return new LearnerKeyFiles(LearnerKeyFiles.in(context.root()), server);
  }

  void warn(LearnerKeyFiles keys, Terminal terminal) {
    if (keys.server().host().matches("localhost|127\\.[0-9.]+")) {
      terminal.note(
          "note: these keys lead to %s, so they work on this machine only; --host names another"
              .formatted(keys.server().host()));
    }
  }
}
