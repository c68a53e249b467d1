package shareddb.cli.sql;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import shareddb.cli.command.CommandContext;
import shareddb.cli.output.Terminal;

/** The output of a command for many rows: they are written in large pieces. */
public final class ResultStream {

  private ResultStream() {}

  /** Opens the stream. Closing it writes the last rows and keeps the process's own stream open. */
  public static PrintStream of(CommandContext context) {
    return new PrintStream(
        new BufferedOutputStream(new Kept(context.terminal().out()), 1 << 16),
        false,
        Terminal.charset(context.environment()));
  }

  /** Keeps the process's own stream open when the buffer is closed. */
  private static final class Kept extends FilterOutputStream {

    Kept(PrintStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
