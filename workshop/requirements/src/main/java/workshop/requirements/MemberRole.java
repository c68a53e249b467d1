package workshop.requirements;

/** What an owner says to let a member do more, or less. */
public record MemberRole(Role role) {}
