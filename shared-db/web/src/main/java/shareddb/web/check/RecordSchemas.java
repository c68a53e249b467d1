package shareddb.web.check;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import shareddb.web.json.Json;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * JSON schemas of records. A component is neither null nor missing, unless it is {@code @Nullable}:
 * then it may be null, and a request may leave it out. A {@code JsonNullable} may be left out, and
 * be null only where its content is {@code @Nullable}. {@code @Size} and {@code @NotBlank} bound
 * texts.
 */
public final class RecordSchemas {

  private final Set<Type> requests;

  private RecordSchemas(Collection<? extends Type> requests) {
    this.requests = Set.copyOf(requests);
  }

  /**
   * A generator for the schemas of an API's records.
   *
   * @param requests the records that requests are read into; all others are in answers
   */
  public static SchemaGenerator ofRequests(Collection<? extends Type> requests) {
    return new RecordSchemas(requests).generator();
  }

  private SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                // Jackson 3 reads and writes an enum as its toString.
                Option.FLATTENED_ENUMS_FROM_TOSTRING,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.PLAIN_DEFINITION_KEYS);
    builder.forTypesInGeneral().withDefinitionNamingStrategy((key, context) -> name(key.getType()));
    builder
        .forFields()
        .withPropertyNameOverrideResolver(field -> snakeCase(field.getDeclaredName()))
        .withTargetTypeOverridesResolver(RecordSchemas::withoutWrapper)
        .withRequiredCheck(this::isRequired)
        .withNullableCheck(field -> !isLeftOutWhenNull(field) && isNullable(field))
        .withDescriptionResolver(RecordSchemas::description)
        .withStringMinLengthResolver(RecordSchemas::minLength)
        .withStringMaxLengthResolver(RecordSchemas::maxLength)
        .withStringPatternResolver(this::pattern);
    return new SchemaGenerator(builder.build());
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
    return isWrapped(field) ? List.of(field.getTypeParameterFor(JsonNullable.class, 0)) : null;
  }

  private boolean isRequired(FieldScope field) {
    boolean optional = isOfRequest(field) && isNullable(field);
    return !optional && !isWrapped(field) && !isLeftOutWhenNull(field);
  }

  private boolean isOfRequest(FieldScope field) {
    return requests.contains(field.getRawMember().getDeclaringClass());
  }

  private static boolean isWrapped(FieldScope field) {
    return field.getRawMember().getType() == JsonNullable.class;
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

  private static @Nullable Integer maxLength(FieldScope field) {
    Size size = field.getAnnotation(Size.class);
    return size == null ? null : size.max();
  }

  private static @Nullable Integer minLength(FieldScope field) {
    Size size = field.getAnnotation(Size.class);
    int least = Math.max(size == null ? 0 : size.min(), isNotBlank(field) ? 1 : 0);
    return least == 0 ? null : least;
  }

  private static boolean isNotBlank(FieldScope field) {
    return field.getAnnotation(NotBlank.class) != null;
  }

  /** Only requests are checked: an answer holds what the database has. */
  private @Nullable String pattern(FieldScope field) {
    if (!isOfRequest(field)) {
      return null;
    }
    return isNotBlank(field) ? TextPattern.NOT_BLANK : TextPattern.STORABLE;
  }
}
