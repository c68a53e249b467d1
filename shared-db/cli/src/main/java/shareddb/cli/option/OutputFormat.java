package shareddb.cli.option;

import java.util.Locale;

/** The formats of findings. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** One JSON object of the tool's own. */
  JSON,
  /** The Static Analysis Results Interchange Format, which code reviews read. */
  SARIF,
  /** The workflow commands of GitHub. */
  GITHUB;

  /** The name as it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
