package workshop.requirements;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import shareddb.web.Guard;
import shareddb.web.Param;
import shareddb.web.ProblemType;
import shareddb.web.Request;

/**
 * The one thing that each module does in its own way: from a request to the project that it is
 * about, and to the rows of that project alone.
 */
public interface Workspaces {

  /** What stands before each route: {@code /projects/{project_id}}, or nothing. */
  String prefix();

  /** The parameters in the prefix. */
  List<Param<?>> params();

  /** What else each route may fail with here, and when. */
  default Map<ProblemType, String> failures() {
    return Map.of();
  }

  /** Who may ask at all. */
  Guard<?> guard();

  /** The prefix of this very request, as a link has it. */
  String path(Request request);

  /**
   * One transaction in the project of a request, in the name of who asks. Where there is no such
   * project for them it ends in {@link ProblemType#NOT_FOUND}, and where they are not at least this
   * in {@link ProblemType#FORBIDDEN}.
   */
  <T> T open(Request request, Role least, Function<Workspace, T> work);
}
