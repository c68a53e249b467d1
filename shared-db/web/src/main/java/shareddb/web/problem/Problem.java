package shareddb.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shareddb.web.json.Json;

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
        @JsonPropertyDescription("Each field or parameter that is wrong.")
        @Nullable List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail, String instance) {
    return new Problem(type.uri(), type.title(), type.status(), detail, instance, null, null);
  }

  /** The kind with this status, or {@code about:blank} as RFC 9457 wants it where there is none. */
  static Problem ofStatus(int status, String detail, String instance) {
    return ProblemType.of(status)
        .map(type -> of(type, detail, instance))
        .orElseGet(() -> blank(status, detail, instance));
  }

  private static Problem blank(int status, String detail, String instance) {
    String phrase = HttpStatus.forStatus(status).getMessage();
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
