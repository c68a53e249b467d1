package workshop.requirements;

import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;

/** The routes of members: who may see a project, and do what in it. */
final class MemberRoutes {

  private static final Param<Long> ID = Param.path("member_id", ParamType.id(), "Which member.");
  private static final String UNKNOWN = "Or no member of this id in it.";
  private static final String LAST_OWNER = "No owner would be left.";

  private final Workspaces workspaces;

  MemberRoutes(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void declare(ProjectRoutes routes) {
    routes
        .get("/members", "List members")
        .answersPages(
            Member.class,
            new Keyset<>(Long.class, Member::id),
            (request, page) ->
                workspaces.open(request, Role.VIEWER, project -> project.members().list(page)));
    routes
        .post("/members", "Let somebody in")
        .fails(ProblemType.CONFLICT, "They are a member already.")
        .takes(NewMember.class)
        .creates(
            Member.class,
            (request, made) -> workspaces.path(request) + "/members/" + made.id(),
            this::add);
    routes
        .get("/members/{member_id}", "Show a member", UNKNOWN)
        .with(ID)
        .answers(Member.class, this::find);
    routes
        .patch("/members/{member_id}", "Let a member do more, or less", UNKNOWN)
        .with(ID)
        .fails(ProblemType.CONFLICT, LAST_OWNER)
        .takes(MemberRole.class)
        .answers(Member.class, this::change);
    routes
        .delete("/members/{member_id}", "Put a member out", UNKNOWN)
        .with(ID)
        .fails(ProblemType.CONFLICT, LAST_OWNER)
        .answersNothing(this::remove);
  }

  private Member find(Request request) {
    return workspaces.open(request, Role.VIEWER, project -> existing(project, request));
  }

  private Member add(Request request, NewMember member) {
    Email email =
        Email.parse(member.email())
            .orElseThrow(() -> ProblemException.invalidField("email", "is no email address"));
    return workspaces.open(
        request,
        Role.OWNER,
        project ->
            project
                .members()
                .add(email, member.role())
                .orElseThrow(
                    () ->
                        ProblemException.of(ProblemType.CONFLICT, email + " is a member already")));
  }

  private Member change(Request request, MemberRole wanted) {
    return workspaces.open(
        request,
        Role.OWNER,
        project ->
            project
                .members()
                .change(existing(project, request).id(), wanted.role())
                .orElseThrow(() -> lastOwner(request)));
  }

  private void remove(Request request) {
    boolean out =
        workspaces.open(
            request,
            Role.OWNER,
            project -> project.members().remove(existing(project, request).id()));
    if (!out) {
      throw lastOwner(request);
    }
  }

  private static Member existing(Workspace project, Request request) {
    return project
        .members()
        .find(request.get(ID))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There is no member " + request.get(ID) + " in this project"));
  }

  private static ProblemException lastOwner(Request request) {
    return ProblemException.of(
        ProblemType.CONFLICT,
        "Member " + request.get(ID) + " is the only owner; make somebody else one first");
  }
}
