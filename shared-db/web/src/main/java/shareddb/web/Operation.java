package shareddb.web;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One route as data: everything that is documented, checked and done is read from here. */
record Operation<B>(
    String method,
    String path,
    String summary,
    String notes,
    List<Param<?>> params,
    @Nullable Guard<?> guard,
    @Nullable Body<B> body,
    Success success,
    Map<ProblemType, String> failures,
    BiFunction<Request, B, Reply> action) {

  /**
   * The answer when all goes well.
   *
   * @param content what its body is, where it has one
   * @param headers the headers it may carry, and what they say
   */
  record Success(
      int status, String description, @Nullable Content content, Map<String, String> headers) {}
}
