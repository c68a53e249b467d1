package shareddb.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with a request: where, and what. */
public record FieldError(
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyDescription("Where in the body, as a JSON pointer: #/title.")
        @Nullable String pointer,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyDescription("Which parameter of the path or the query.")
        @Nullable String parameter,
    String detail) {

  static FieldError ofParameter(String name, String detail) {
    return new FieldError(null, name, detail);
  }

  static FieldError ofBody(String pointer, String detail) {
    return new FieldError("#" + pointer, null, detail);
  }

  String sentence() {
    return (parameter != null ? parameter : pointer) + " " + detail;
  }
}
