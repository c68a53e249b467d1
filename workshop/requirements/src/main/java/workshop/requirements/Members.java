package workshop.requirements;

import java.util.List;
import java.util.Optional;
import shareddb.web.PageRequest;

/** The members of a project, of whom one at least is an owner. */
public interface Members {

  /** By id. */
  List<Member> list(PageRequest<Long> page);

  Optional<Member> find(long id);

  /** Nothing for who is a member already. */
  Optional<Member> add(Email email, Role role);

  /** Nothing where no owner would be left. */
  Optional<Member> change(long id, Role role);

  /** Whether they are out: not where no owner would be left. */
  boolean remove(long id);
}
