package workshop.requirements;

import shareddb.web.Text;

/** What a client says to add a group, or to call it something else. */
public record GroupName(@Text(max = Group.MAX_NAME, blank = false) String name) {}
