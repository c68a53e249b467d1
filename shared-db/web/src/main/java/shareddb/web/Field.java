package shareddb.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a PATCH, which may be left out. Absent is not null: the former leaves the value as it
 * is, the latter clears it, and is allowed only as {@code Field<@Nullable T>}.
 */
@JsonDeserialize(using = FieldDeserializer.class)
public sealed interface Field<T extends @Nullable Object> {

  /** The request does not mention the field. */
  record Absent<T extends @Nullable Object>() implements Field<T> {}

  record Given<T extends @Nullable Object>(@Nullable T value) implements Field<T> {}

  /** What is given, else something for it. */
  default @Nullable T orElse(@Nullable T otherwise) {
    return switch (this) {
      case Given<T> given -> given.value();
      case Absent<T> absent -> otherwise;
    };
  }
}
