package workshop.requirements;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.Text;

/** What a client says to add a requirement. */
public record NewRequirement(
    @Text(max = Requirement.MAX_TITLE, blank = false) String title,
    @Text(max = Requirement.MAX_TEXT) Field<@Nullable String> text,
    Field<Status> status,
    Field<Priority> priority,
    @Text(max = Group.MAX_NAME, blank = false) Field<@Nullable String> group) {

  /** What holds where the client does not say. */
  public Status statusOrDefault() {
    return Optional.ofNullable(status.orElse(null)).orElse(Status.DRAFT);
  }

  public Priority priorityOrDefault() {
    return Optional.ofNullable(priority.orElse(null)).orElse(Priority.MEDIUM);
  }
}
