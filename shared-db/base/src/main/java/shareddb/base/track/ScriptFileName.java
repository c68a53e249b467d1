package shareddb.base.track;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a script's file name: {@code V2__add_updated_at.sql}. */
record ScriptFileName(Version version, String description) {

  private static final Pattern FORM =
      Pattern.compile("(?<kind>[VUB])(?<version>[0-9]+([._][0-9]+)*)__(?<description>.+)\\.sql");

  private static final Pattern REPEATABLE = Pattern.compile("R__(?<description>.+)\\.sql");

  /** The description in {@code R__view.sql}. Empty if the name has another form. */
  static Optional<String> repeatable(String name) {
    Matcher matcher = REPEATABLE.matcher(name);
    return matcher.matches()
        ? Optional.of(matcher.group("description").replace('_', ' '))
        : Optional.empty();
  }

  /**
   * The parts of the name. Empty if the name has another form.
   *
   * @param kind V for a migration, U for an undo script, B for a base script
   */
  static Optional<ScriptFileName> parse(char kind, String name) {
    Matcher matcher = FORM.matcher(name);
    if (!matcher.matches() || matcher.group("kind").charAt(0) != kind) {
      return Optional.empty();
    }
    return Optional.of(
        new ScriptFileName(
            Version.parse(matcher.group("version")),
            matcher.group("description").replace('_', ' ')));
  }
}
