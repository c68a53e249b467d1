package workshop.requirements;

import java.util.List;
import java.util.Optional;

/** The members of a project; at least one of them is an owner. */
public interface Members {

  /** By id. */
  List<Member> list(long after, int limit);

  Optional<Member> find(long id);

  /** Empty for a person who is a member already. */
  Optional<Member> add(Email email, Role role);

  /** Empty where no owner would be left. */
  Optional<Member> change(long id, Role role);

  /** False where no owner would be left. */
  boolean remove(long id);
}
