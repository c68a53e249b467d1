package shareddb.schema.lint.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a change of type needs no rewrite of the rows, because the new type holds all
 * values of the old one.
 */
public final class TypeWidening {

  /** A type as {@link ColumnDefinition#type()} writes it. */
  private static final Pattern TYPE =
      Pattern.compile("(?<name>[a-z ]+?)(?:\\((?<size>\\d+)(?:,(?<scale>\\d+))?\\))?");

  private TypeWidening() {}

  public static boolean is(String from, String to) {
    Matcher old = TYPE.matcher(from);
    Matcher wanted = TYPE.matcher(to);
    if (!old.matches() || !wanted.matches()) {
      return false;
    }
    return switch (name(wanted)) {
      case "text" -> isText(old);
      case "varchar" -> isText(old) && fits(old, wanted);
      case "numeric" ->
          name(old).equals("numeric")
              && fits(old, wanted)
              && (wanted.group("size") == null || scale(old) == scale(wanted));
      default -> false;
    };
  }

  private static boolean isText(Matcher type) {
    return name(type).equals("text") || name(type).equals("varchar");
  }

  /** Whether the new size is enough; a type without a size has no limit. */
  private static boolean fits(Matcher from, Matcher to) {
    return to.group("size") == null
        || (from.group("size") != null
            && Integer.parseInt(from.group("size")) <= Integer.parseInt(to.group("size")));
  }

  private static int scale(Matcher type) {
    return type.group("scale") == null ? 0 : Integer.parseInt(type.group("scale"));
  }

  private static String name(Matcher type) {
    return switch (type.group("name")) {
      case "character varying" -> "varchar";
      case "decimal" -> "numeric";
      case String name -> name;
    };
  }
}
