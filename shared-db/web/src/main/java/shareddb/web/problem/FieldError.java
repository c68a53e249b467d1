package shareddb.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One field or parameter of a request that is wrong: where it is, and what is wrong with it. */
public record FieldError(
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyDescription("Where in the body, as a JSON pointer: #/title.")
        @Nullable String pointer,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyDescription("Which parameter of the path or the query.")
        @Nullable String parameter,
    String detail) {

  public static FieldError ofParameter(String name, String detail) {
    return new FieldError(null, name, detail);
  }

  public static FieldError ofBody(String pointer, String detail) {
    return new FieldError("#" + pointer, null, detail);
  }

  String sentence() {
    return (parameter != null ? parameter : pointer) + " " + detail;
  }
}
