package shareddb.base.track;

import shareddb.base.names.PrintableText;
import shareddb.base.names.SchemaName;

/** A command of the tool on one track and schema, to be typed as it stands. */
public record NextCommand(Track track, SchemaName schema) {

  /** {@code ./db upgrade 00_personal_todo}, and the schema where it is not the usual one. */
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

  /** As bash and zsh read it back: a terminal would not show such a character. */
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
