package shareddb.cli.sql;

import picocli.CommandLine.Option;
import shareddb.cli.option.JsonOption;

/** The options for the format of results: {@code --json} or {@code --csv}, else a table. */
public final class ResultFormatOption {

  @Option(names = JsonOption.NAME, description = "each result as a JSON array of objects")
  private boolean json;

  @Option(names = "--csv", description = "each result as comma-separated values (RFC 4180)")
  private boolean csv;

  public boolean isJson() {
    return json;
  }

  /** Returns whether the result is read by people. */
  public boolean isTable() {
    return !json && !csv;
  }

  public ResultFormat format(ResultScreen screen) {
    if (json) {
      return ResultFormat.json(screen);
    }
    return csv ? ResultFormat.csv(screen) : ResultFormat.table(screen);
  }
}
