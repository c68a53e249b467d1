package shareddb.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457): the body of every answer that is an error. */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyDescription("The server's log says more under this id.")
        @Nullable String errorId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonPropertyDescription("All that is wrong, where it can be told apart.")
        @Nullable List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail, String instance) {
    return new Problem(type.uri(), type.title(), type.status(), detail, instance, null, null);
  }

  /** For a status that has no kind of its own here; RFC 9457 wants the status's own words then. */
  static Problem blank(int status, String phrase, String detail, String instance) {
    return new Problem("about:blank", phrase, status, detail, instance, null, null);
  }

  Problem withErrors(List<FieldError> all) {
    return new Problem(type, title, status, detail, instance, errorId, all.isEmpty() ? null : all);
  }

  Problem withErrorId(String id) {
    return new Problem(type, title, status, detail, instance, id, errors);
  }

  byte[] json() {
    return Json.mapper().writeValueAsBytes(this);
  }
}
