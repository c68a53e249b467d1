package shareddb.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a text and refuses what the schema refuses that {@link Text} makes of it. */
final class TextDeserializer extends StdDeserializer<String> {

  private final @Nullable Text limits;

  TextDeserializer() {
    this(null);
  }

  private TextDeserializer(@Nullable Text limits) {
    super(String.class);
    this.limits = limits;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new TextDeserializer(property == null ? null : property.getAnnotation(Text.class));
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
    if (text == null || (limits != null && !fits(text, limits))) {
      return context.reportInputMismatch(this, "this text does not fit");
    }
    return text;
  }

  private static boolean fits(String text, Text limits) {
    int length = text.codePointCount(0, text.length());
    return length <= limits.max()
        && length >= limits.min()
        && TextPattern.isStorable(text)
        && (limits.blank() || TextPattern.isVisible(text));
  }
}
