package shareddb.web.doc;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a route, and which values it takes.
 *
 * @param type {@code Long}, {@code Integer}, {@code Boolean}, {@code String}, {@code LocalDate},
 *     {@code Instant}, {@code UUID}, or an enum
 * @param min of a number, the least; of a text, its least length
 * @param max of a number, the greatest; of a text, its greatest length
 * @param choices all values of a text that has only some
 * @param byDefault the value of a parameter that the request leaves out, if it has one
 */
public record Parameter(
    String name,
    In in,
    Class<?> type,
    String description,
    @Nullable Long min,
    @Nullable Long max,
    List<String> choices,
    @Nullable Object byDefault) {

  /** Where a parameter is. */
  public enum In {
    PATH,
    QUERY
  }

  static Parameter of(In in, String name, Class<?> type, String description) {
    Parameter plain = new Parameter(name, in, type, description, null, null, choices(type), null);
    if (type == Long.class && in == In.PATH) {
      return plain.between(1, Long.MAX_VALUE);
    }
    if (type == Long.class) {
      return plain.between(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    return type == Integer.class ? plain.between(Integer.MIN_VALUE, Integer.MAX_VALUE) : plain;
  }

  private static List<String> choices(Class<?> type) {
    if (type == Boolean.class) {
      return List.of("false", "true");
    }
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
        : List.of();
  }

  Parameter between(long least, long greatest) {
    return new Parameter(name, in, type, description, least, greatest, choices, byDefault);
  }

  Parameter oneOf(List<String> all) {
    return new Parameter(name, in, type, description, min, max, all, byDefault);
  }

  Parameter or(Object value) {
    return new Parameter(name, in, type, description, min, max, choices, value);
  }
}
