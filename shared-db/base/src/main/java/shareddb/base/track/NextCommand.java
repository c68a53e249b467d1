package shareddb.base.track;

import shareddb.base.names.PrintableText;
import shareddb.base.names.SchemaName;

/** A command of the tool for one track and schema, ready to be typed. */
public record NextCommand(Track track, SchemaName schema) {

  /**
   * The command line: {@code ./db upgrade 00_personal_todo}, with {@code --schema} if it is not the
   * usual schema.
   */
  public String of(String command) {
    String usual = "./db " + command + " " + track.label();
    return schema.equals(track.module().schema())
        ? usual
        : usual + " --schema " + quotedForShell(schema.value());
  }

  private static String quotedForShell(String text) {
    if (text.matches("[A-Za-z0-9_./][A-Za-z0-9_./-]*")) {
      return text;
    }
    return text.codePoints().anyMatch(PrintableText::isSteering)
        ? escapedForShell(text)
        : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Escapes control characters for bash and zsh, because a terminal would not show them. */
  private static String escapedForShell(String text) {
    StringBuilder quoted = new StringBuilder("$'");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (PrintableText.isSteering(c)) {
                quoted.append(PrintableText.spelledOut(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('\'').toString();
  }
}
