package shareddb.cli.command;

import java.sql.SQLException;

/** One command of the tool; picocli fills in its options. */
public interface Command {

  ExitCode run(CommandContext context) throws SQLException;
}
