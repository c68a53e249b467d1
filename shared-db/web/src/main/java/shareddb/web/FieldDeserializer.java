package shareddb.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a {@link Field}: what is in the document is given, even null; what is not is absent. */
final class FieldDeserializer extends ValueDeserializer<Field<?>> {

  private final @Nullable JavaType content;

  FieldDeserializer() {
    this(null);
  }

  private FieldDeserializer(@Nullable JavaType content) {
    this.content = content;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType field = property == null ? context.getContextualType() : property.getType();
    return new FieldDeserializer(field.containedTypeOrUnknown(0));
  }

  @Override
  public Field<?> deserialize(JsonParser parser, DeserializationContext context) {
    return new Field.Given<>(context.<Object>readValue(parser, content));
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
