package workshop.requirements;

/** The body of a request that changes the role of a member. */
public record MemberRole(Role role) {

  public static final MemberRole EXAMPLE = new MemberRole(Role.EDITOR);
}
