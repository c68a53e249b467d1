package workshop.requirements;

import java.util.List;
import java.util.Optional;
import shareddb.web.PageRequest;

/** The requirements of a project. A group that is named must have been held: {@link Groups}. */
public interface Requirements {

  /** By number, from the one behind the last that was seen. */
  List<Requirement> list(RequirementFilter filter, PageRequest<Integer> page);

  Optional<Requirement> find(RequirementKey key);

  /** Gives it the next number. */
  Requirement add(NewRequirement requirement);

  /** Gives them the next numbers, in their order, and returns the first; there is at least one. */
  RequirementKey addAll(List<NewRequirement> requirements);

  Optional<Requirement> change(RequirementKey key, RequirementChange change);

  /** Newest first. */
  List<HistoryEntry> history(RequirementKey key, PageRequest<Long> page);
}
