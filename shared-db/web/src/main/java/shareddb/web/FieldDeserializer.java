package shareddb.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a {@link Field}: what is in the document is given, even null; what is not is absent. */
final class FieldDeserializer extends ValueDeserializer<Field<?>> {

  private final @Nullable ValueDeserializer<?> content;

  FieldDeserializer() {
    this(null);
  }

  private FieldDeserializer(@Nullable ValueDeserializer<?> content) {
    this.content = content;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType field = property == null ? context.getContextualType() : property.getType();
    // With the property, whose annotations say what may be in it.
    return new FieldDeserializer(
        context.findContextualValueDeserializer(field.containedTypeOrUnknown(0), property));
  }

  @Override
  public Field<?> deserialize(JsonParser parser, DeserializationContext context) {
    return new Field.Given<>(
        Objects.requireNonNull(content, "made by createContextual").deserialize(parser, context));
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return new Field.Given<>(null);
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return new Field.Absent<>();
  }
}
