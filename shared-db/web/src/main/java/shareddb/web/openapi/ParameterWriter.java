package shareddb.web.openapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import shareddb.web.check.TextPattern;
import shareddb.web.doc.Parameter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a parameter as OpenAPI has it, with the schema of its values. */
final class ParameterWriter {

  private ParameterWriter() {}

  static ObjectNode write(Parameter parameter) {
    boolean inPath = parameter.in() == Parameter.In.PATH;
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", parameter.name());
    node.put("in", inPath ? "path" : "query");
    if (!parameter.description().isEmpty()) {
      node.put("description", parameter.description());
    }
    node.put("required", inPath).set("schema", schema(parameter));
    if (inPath && parameter.type() == Long.class) {
      node.put("example", 1);
    }
    return node;
  }

  private static ObjectNode schema(Parameter parameter) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    Class<?> type = parameter.type();
    if (type == Boolean.class) {
      schema.put("type", "boolean");
    } else if (!parameter.choices().isEmpty()) {
      schema.put("type", "string");
      parameter.choices().forEach(schema.putArray("enum")::add);
    } else if (type == Long.class || type == Integer.class) {
      number(schema, parameter);
    } else {
      text(schema, parameter);
    }
    if (parameter.byDefault() != null) {
      schema.putPOJO("default", parameter.byDefault());
    }
    return schema;
  }

  private static void number(ObjectNode schema, Parameter parameter) {
    schema.put("type", "integer");
    schema.put("format", parameter.type() == Long.class ? "int64" : "int32");
    schema.put("minimum", parameter.min()).put("maximum", parameter.max());
  }

  private static void text(ObjectNode schema, Parameter parameter) {
    Class<?> type = parameter.type();
    schema.put("type", "string");
    if (type == LocalDate.class) {
      schema.put("format", "date");
    } else if (type == Instant.class) {
      schema.put("format", "date-time");
    } else if (type == UUID.class) {
      schema.put("format", "uuid");
    } else {
      if (parameter.max() != null) {
        schema.put("minLength", parameter.min()).put("maxLength", parameter.max());
      }
      schema.put("pattern", TextPattern.STORABLE);
    }
  }
}
