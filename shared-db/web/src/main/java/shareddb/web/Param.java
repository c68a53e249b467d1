package shareddb.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the path or the query: how it is documented and how it is read.
 *
 * @param byDefault what holds where it is left out, as the document shows it
 * @param reader from the text, or none, to the value; complains by {@link InvalidValue}
 */
public record Param<T>(
    String name,
    Place place,
    String description,
    ParamType<?> type,
    @Nullable Object byDefault,
    Function<Optional<String>, T> reader) {

  enum Place {
    PATH,
    QUERY
  }

  /** A part of the path, which is always there. */
  public static <T> Param<T> path(String name, ParamType<T> type, String description) {
    return new Param<>(
        name, Place.PATH, description, type, null, text -> type.parse(text.orElseThrow()));
  }

  public static <T> Param<Optional<T>> query(String name, ParamType<T> type, String description) {
    return new Param<>(name, Place.QUERY, description, type, null, text -> text.map(type::parse));
  }

  public static <T> Param<T> query(
      String name, ParamType<T> type, String description, T byDefault) {
    return new Param<>(
        name,
        Place.QUERY,
        description,
        type,
        type.shown(byDefault),
        text -> text.map(type::parse).orElse(byDefault));
  }
}
