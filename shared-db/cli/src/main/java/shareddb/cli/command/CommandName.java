package shareddb.cli.command;

/** A command as it is typed: a word behind {@code ./db}, or two where it is one of a group. */
public interface CommandName {

  /** All of its words: {@code tenants add}. */
  String typed();

  String arguments();

  String summary();

  /** The command itself; only the one that is typed is loaded. */
  Command make();

  /** Its own word, the last one. */
  default String word() {
    return typed().substring(typed().lastIndexOf(' ') + 1);
  }

  /** Whether its first argument is a track. */
  default boolean takesTrack() {
    return arguments().startsWith("TRACK") || arguments().startsWith("[TRACK");
  }
}
