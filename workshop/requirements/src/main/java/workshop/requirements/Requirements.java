package workshop.requirements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requirements of a project. {@link Groups#hold} gives the ids of groups. */
public interface Requirements {

  /** By number. */
  List<Requirement> list(RequirementFilter filter, int after, int limit);

  Optional<Requirement> find(RequirementKey key);

  /** Gives the requirement the next number. */
  Requirement add(NewRequirement requirement, @Nullable Long group);

  /**
   * Gives the requirements the next numbers, in their order, and returns the first number.
   *
   * @param requirements at least one
   * @param groups the id of each group that a requirement names
   */
  int addAll(List<NewRequirement> requirements, Map<String, Long> groups);

  /**
   * Changes the fields that the change names.
   *
   * @param group the id of the group that the change names
   */
  Optional<Requirement> change(RequirementKey key, RequirementChange change, @Nullable Long group);

  /** Newest first. */
  List<HistoryEntry> history(RequirementKey key, long before, int limit);
}
