package workshop.requirements;

import java.util.Optional;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.Request;

/**
 * Which requirements are wanted.
 *
 * @param search what is in the title or the text, in upper or lower case
 */
public record RequirementFilter(
    Optional<Status> status,
    Optional<Priority> priority,
    Optional<String> group,
    Optional<String> search) {

  private static final int MAX_SEARCH = 200;

  private static final Param<Optional<Status>> STATUS =
      Param.query("status", ParamType.oneOf(Status.class), "Only those that are so far.");

  private static final Param<Optional<Priority>> PRIORITY =
      Param.query("priority", ParamType.oneOf(Priority.class), "Only those that matter so much.");

  private static final Param<Optional<String>> GROUP =
      Param.query("group", ParamType.text(Group.MAX_NAME), "Only those in the group of this name.");

  private static final Param<Optional<String>> SEARCH =
      Param.query(
          "search",
          ParamType.text(MAX_SEARCH),
          "Only those with this in the title or the text, in upper or lower case.");

  static Param<?>[] params() {
    return new Param<?>[] {STATUS, PRIORITY, GROUP, SEARCH};
  }

  static RequirementFilter of(Request request) {
    return new RequirementFilter(
        request.get(STATUS), request.get(PRIORITY), request.get(GROUP), request.get(SEARCH));
  }
}
