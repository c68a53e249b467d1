package shareddb.cli.command;

/** A command as it is typed: one word after {@code ./db}, or two for a command of a group. */
public interface CommandName {

  /** All words of the command, such as {@code tenants add}. */
  String typed();

  String arguments();

  String summary();

  /** Creates the command. The JVM loads only the class of the command that was typed. */
  Command make();

  /** The command's last word. */
  default String word() {
    return typed().substring(typed().lastIndexOf(' ') + 1);
  }

  /** Returns whether the command's first argument is a track. */
  default boolean takesTrack() {
    return arguments().startsWith("TRACK") || arguments().startsWith("[TRACK");
  }
}
