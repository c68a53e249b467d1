package shareddb.web.check;

import com.networknt.schema.Error;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shareddb.web.problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An error of a body, in plain words: where it is, and what is wrong. */
final class BodyErrors {

  private BodyErrors() {}

  static FieldError of(Error error) {
    String at = error.getInstanceLocation().toString();
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "required" -> FieldError.ofBody(at + "/" + escaped(property), "is missing");
      case "additionalProperties" -> FieldError.ofBody(at + "/" + escaped(property), "is unknown");
      case "pattern" ->
          FieldError.ofBody(at, TextPattern.fault(error.getInstanceNode().asString()));
      case "maxLength" -> FieldError.ofBody(at, tooLong(error));
      case "minLength" -> FieldError.ofBody(at, tooShort(error));
      case "enum" -> FieldError.ofBody(at, "must be one of " + choices(error.getSchemaNode()));
      case "type" -> FieldError.ofBody(at, wrongType(error));
      default -> FieldError.ofBody(at, error.getMessage());
    };
  }

  /** For an error that a schema cannot express. */
  static FieldError of(JacksonException error) {
    String pointer =
        error.getPath().stream()
            .map(
                part ->
                    "/"
                        + (part.getPropertyName() == null
                            ? part.getIndex()
                            : escaped(part.getPropertyName())))
            .collect(Collectors.joining());
    return FieldError.ofBody(pointer, "cannot be read: " + firstLine(error.getOriginalMessage()));
  }

  static String firstLine(@Nullable String message) {
    String text = message == null ? "It ends too early" : message;
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String wrongType(Error error) {
    return "must be " + wanted(error.getSchemaNode()) + ", and is " + kind(error.getInstanceNode());
  }

  private static String choices(JsonNode all) {
    return all.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
  }

  private static String tooLong(Error error) {
    String text = error.getInstanceNode().asString();
    return "must be at most "
        + error.getSchemaNode().asInt()
        + " characters long, and has "
        + text.codePointCount(0, text.length());
  }

  private static String tooShort(Error error) {
    int least = error.getSchemaNode().asInt();
    String text = error.getInstanceNode().asString();
    return least == 1
        ? "must not be blank"
        : "must be at least "
            + least
            + " characters long, and has "
            + text.codePointCount(0, text.length());
  }

  private static String wanted(JsonNode type) {
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
        : type.asString();
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case NULL -> "null";
      case BINARY, MISSING -> "something else";
    };
  }

  private static String escaped(String property) {
    return property.replace("~", "~0").replace("/", "~1");
  }
}
