package shareddb.track;

import shareddb.names.SchemaName;

/** A command of the tool on one track and schema, to be typed as it stands. */
public record TypedCommand(Track track, SchemaName schema) {

  /** {@code ./db upgrade 00_personal_todo}, and the schema where it is not the usual one. */
  public String of(String command) {
    String usual = "./db " + command + " " + track.label();
    return schema.equals(track.module().schema())
        ? usual
        : usual + " --schema " + quotedForShell(schema.value());
  }

  private static String quotedForShell(String text) {
    return text.matches("[A-Za-z0-9_./][A-Za-z0-9_./-]*")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
