package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.InOneGo;
import shareddb.migrate.Target;

/** Which script it was that failed: of many statements in one go Postgres does not say which. */
record Culprit(Goal goal, Scripts scripts, Session session) {

  /** The reason on one line, with the script's name where it is known. */
  String of(Work work, SQLException error) {
    Optional<InOneGo> whole = scripts.of(work.position());
    if (whole.isEmpty()) {
      return Reason.of(error);
    }
    Target target = work.member().target();
    List<InOneGo.Part> parts = work.parts(whole.get());
    return whole.get().size() == 1
        ? script(parts.get(1)) + Reason.of(error)
        : partByPart(target, parts, error);
  }

  /** Once more, and never to the end. */
  private String partByPart(Target target, List<InOneGo.Part> parts, SQLException error) {
    for (InOneGo.Part part : parts.subList(0, parts.size() - 1)) {
      try {
        session.part(target, part.sql());
      } catch (SQLException e) {
        session.isCleared();
        return script(part) + Reason.of(e);
      }
    }
    session.isCleared();
    return Reason.of(error);
  }

  private String script(InOneGo.Part part) {
    return part.migration()
        .map(m -> (goal instanceof Goal.Up ? m.script() : m.undoScript()) + ": ")
        .orElse("");
  }
}
