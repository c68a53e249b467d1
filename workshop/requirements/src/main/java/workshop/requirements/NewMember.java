package workshop.requirements;

import shareddb.web.Text;

/** What an owner says to let somebody in. */
public record NewMember(@Text(max = Email.MAX_LENGTH, blank = false) String email, Role role) {}
