package workshop.requirements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups of a project. */
public interface Groups {

  /** By id. */
  List<Group> list(long after, int limit);

  /** By id, each with its requirements, all in one statement. */
  List<GroupBoard> board(long after, int limit);

  Optional<Group> find(long id);

  /** The ids of the groups with these names; their rows are locked until the transaction ends. */
  Map<String, Long> hold(Set<String> names);

  /** Empty where another group has the name. */
  Optional<Group> add(String name);

  /** Empty where another group has the name. */
  Optional<Group> rename(long id, String name);

  /** False where requirements are in it. */
  boolean delete(long id);
}
