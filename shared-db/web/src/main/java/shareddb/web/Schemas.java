package shareddb.web;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * JSON schemas of records. A component that is not {@code @Nullable} is neither null nor missing:
 * so the same word tells the compiler, the document and the check of requests.
 */
final class Schemas {

  private Schemas() {}

  static SchemaGenerator generator() {
    return new SchemaGenerator(config());
  }

  private static SchemaGeneratorConfig config() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                // As toString has them, which is how they are read and written.
                Option.FLATTENED_ENUMS_FROM_TOSTRING,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.PLAIN_DEFINITION_KEYS);
    builder.forTypesInGeneral().withDefinitionNamingStrategy((key, context) -> name(key.getType()));
    builder
        .forFields()
        .withPropertyNameOverrideResolver(field -> snakeCase(field.getDeclaredName()))
        .withTargetTypeOverridesResolver(Schemas::withoutWrapper)
        .withRequiredCheck(field -> !isWrapped(field) && !isLeftOutWhenNull(field))
        .withNullableCheck(field -> !isLeftOutWhenNull(field) && isNullable(field))
        .withDescriptionResolver(Schemas::description)
        .withStringMinLengthResolver(Schemas::minLength)
        .withStringMaxLengthResolver(Schemas::maxLength)
        .withStringPatternResolver(Schemas::pattern);
    return builder.build();
  }

  /** {@code TodoPage} for a page of todos. */
  private static String name(ResolvedType type) {
    StringBuilder name = new StringBuilder();
    type.getTypeParameters().forEach(parameter -> name.append(name(parameter)));
    return name.append(type.getErasedType().getSimpleName()).toString();
  }

  private static String snakeCase(String name) {
    return PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, name);
  }

  private static @Nullable List<ResolvedType> withoutWrapper(FieldScope field) {
    return field.getType().getErasedType() == Field.class
        ? List.of(field.getTypeParameterFor(Field.class, 0))
        : null;
  }

  private static boolean isWrapped(FieldScope field) {
    return field.getRawMember().getType() == Field.class;
  }

  private static boolean isNullable(FieldScope field) {
    AnnotatedType type = field.getRawMember().getAnnotatedType();
    if (isWrapped(field) && type instanceof AnnotatedParameterizedType wrapper) {
      type = wrapper.getAnnotatedActualTypeArguments()[0];
    }
    return type.isAnnotationPresent(Nullable.class);
  }

  private static boolean isLeftOutWhenNull(FieldScope field) {
    JsonInclude include = field.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_NULL;
  }

  private static @Nullable String description(FieldScope field) {
    JsonPropertyDescription description = field.getAnnotation(JsonPropertyDescription.class);
    return description == null ? null : description.value();
  }

  private static @Nullable Text text(FieldScope field) {
    return field.getAnnotation(Text.class);
  }

  private static @Nullable Integer maxLength(FieldScope field) {
    Text text = text(field);
    return text == null ? null : text.max();
  }

  private static @Nullable Integer minLength(FieldScope field) {
    Text text = text(field);
    int least = text == null ? 0 : Math.max(text.min(), text.blank() ? 0 : 1);
    return least == 0 ? null : least;
  }

  private static boolean isVisible(FieldScope field) {
    Text text = text(field);
    return text != null && !text.blank();
  }

  /** Answers hold what the database has; only requests are checked, and they say how long. */
  private static @Nullable String pattern(FieldScope field) {
    if (text(field) == null) {
      return null;
    }
    return isVisible(field) ? TextPattern.NOT_BLANK : TextPattern.STORABLE;
  }
}
