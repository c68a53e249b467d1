package shareddb.cli;

import java.sql.SQLException;

/** One command; picocli fills in its options. */
interface Command {

  ExitCode run(Surroundings surroundings) throws SQLException;
}
