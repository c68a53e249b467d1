package workshop.requirements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.web.PageRequest;

/** The groups of a project. */
public interface Groups {

  /** By id. */
  List<Group> list(PageRequest<Long> page);

  Optional<Group> find(long id);

  /** Those of these names that there are; they stay until the transaction ends. */
  Set<String> hold(Set<String> names);

  /** Nothing where the name is taken. */
  Optional<Group> add(String name);

  /** Nothing where the name is taken by another one. */
  Optional<Group> rename(long id, String name);

  /** Whether it is gone: not where requirements are in it. */
  boolean delete(long id);
}
