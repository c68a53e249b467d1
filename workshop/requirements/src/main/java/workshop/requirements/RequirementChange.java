package workshop.requirements;

import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.Text;

/** What a client says to change a requirement: what it leaves out stays as it is. */
public record RequirementChange(
    @Text(max = Requirement.MAX_TITLE, blank = false) Field<String> title,
    @Text(max = Requirement.MAX_TEXT) Field<@Nullable String> text,
    Field<Status> status,
    Field<Priority> priority,
    @Text(max = Group.MAX_NAME, blank = false) Field<@Nullable String> group) {}
