package shareddb.schema.lint.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a change of type needs no rewrite of the rows, because the new type holds all
 * values of the old one as they are stored.
 */
public final class TypeWidening {

  /** A type as {@link ColumnDefinition#type()} writes it. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?<name>[a-z0-9 ]+?)(?:\\((?<size>\\d+)(?:,(?<scale>\\d+))?\\))?(?<zone> with time"
              + " zone)?");

  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "character varying", "varchar",
          "decimal", "numeric",
          "bit varying", "varbit",
          "time with time zone", "timetz",
          "timestamp with time zone", "timestamptz");

  /** Digits of a second, if the type does not say how many. */
  private static final int MICROSECONDS = 6;

  /** A type with its size, if it has one. */
  private record Sized(String name, Optional<Integer> size, int scale) {

    static Optional<Sized> of(String type) {
      Matcher matcher = TYPE.matcher(type);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String zone = matcher.group("zone") == null ? "" : matcher.group("zone");
      String name = matcher.group("name") + zone;
      return Optional.of(
          new Sized(
              OTHER_NAMES.getOrDefault(name, name),
              Optional.ofNullable(matcher.group("size")).map(Integer::valueOf),
              matcher.group("scale") == null ? 0 : Integer.parseInt(matcher.group("scale"))));
    }

    /** Whether the size of the other is enough for this; a type without a size has no limit. */
    boolean fits(Sized other) {
      return other.size().isEmpty() || (size.isPresent() && size.get() <= other.size().get());
    }

    boolean fitsInTime(Sized other) {
      return size.orElse(MICROSECONDS) <= other.size().orElse(MICROSECONDS);
    }

    boolean is(String other) {
      return name.equals(other);
    }
  }

  private TypeWidening() {}

  public static boolean is(String from, String to) {
    return from.equals(to)
        || Sized.of(from).flatMap(old -> Sized.of(to).map(wanted -> is(old, wanted))).orElse(false);
  }

  private static boolean is(Sized from, Sized to) {
    return switch (to.name()) {
      case "text" -> from.is("text") || from.is("varchar");
      case "varchar" -> (from.is("text") || from.is("varchar")) && from.fits(to);
      case "numeric" ->
          from.is("numeric")
              && from.fits(to)
              && (to.size().isEmpty() || from.scale() == to.scale());
      case "varbit" ->
          (from.is("varbit") && from.fits(to)) || (from.is("bit") && to.size().isEmpty());
      case "time", "timetz", "timestamp", "timestamptz", "interval" ->
          from.is(to.name()) && from.fitsInTime(to);
      case "inet" -> from.is("inet") || from.is("cidr");
      default -> from.equals(to);
    };
  }
}
