package workshop.requirements.api;

import static shareddb.web.doc.Doc.doc;
import static workshop.requirements.Role.OWNER;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import shareddb.web.doc.Page;
import shareddb.web.problem.InvalidRequest;
import workshop.requirements.Email;
import workshop.requirements.Member;
import workshop.requirements.MemberRole;
import workshop.requirements.NewMember;
import workshop.requirements.ProjectRoutes;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;

/** The routes of members: the persons who may see a project, and their roles. */
final class MemberApi {

  private static final String UNKNOWN = "There is no such member in the project.";
  private static final String LAST_OWNER = "No owner would be left.";

  private final Workspaces workspaces;

  MemberApi(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void routes(ProjectRoutes routes) {
    routes.get("/members", this::list, doc("List members").answersPages(Member.class, Long.class));
    routes.post(
        "/members",
        OWNER,
        this::add,
        doc("Add a member")
            .takes(NewMember.EXAMPLE)
            .creates(Member.class)
            .problem(409, "This person is a member already."));
    routes.get(
        "/members/{member_id}",
        this::show,
        doc("Show a member")
            .path("member_id", Long.class)
            .answers(Member.class)
            .problem(404, UNKNOWN));
    routes.patch(
        "/members/{member_id}",
        OWNER,
        this::change,
        doc("Change the role of a member")
            .path("member_id", Long.class)
            .takes(MemberRole.EXAMPLE)
            .answers(Member.class)
            .problem(404, UNKNOWN)
            .problem(409, LAST_OWNER));
    routes.delete(
        "/members/{member_id}",
        OWNER,
        this::remove,
        doc("Remove a member")
            .path("member_id", Long.class)
            .problem(404, UNKNOWN)
            .problem(409, LAST_OWNER));
  }

  private void list(Context ctx) {
    long after = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(0L);
    int limit = Page.limit(ctx) + 1;
    List<Member> members = workspaces.open(ctx, project -> project.members().list(after, limit));
    ctx.json(Page.of(ctx, members, Member::id));
  }

  private void show(Context ctx) {
    ctx.json(workspaces.open(ctx, project -> existing(ctx, project)));
  }

  private void add(Context ctx) {
    NewMember member = ctx.bodyAsClass(NewMember.class);
    Email email =
        Email.parse(member.email())
            .orElseThrow(() -> InvalidRequest.field("email", "is no email address"));
    Member added =
        workspaces.open(
            ctx,
            project ->
                project
                    .members()
                    .add(email, member.role())
                    .orElseThrow(() -> new ConflictResponse(email + " is a member already")));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + added.id())
        .json(added);
  }

  private void change(Context ctx) {
    Role role = ctx.bodyAsClass(MemberRole.class).role();
    ctx.json(
        workspaces.open(
            ctx,
            project ->
                project
                    .members()
                    .change(existing(ctx, project).id(), role)
                    .orElseThrow(() -> lastOwner(ctx))));
  }

  private void remove(Context ctx) {
    workspaces.run(
        ctx,
        project -> {
          if (!project.members().remove(existing(ctx, project).id())) {
            throw lastOwner(ctx);
          }
        });
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private static Member existing(Context ctx, Workspace project) {
    return project
        .members()
        .find(id(ctx))
        .orElseThrow(
            () -> new NotFoundResponse("There is no member " + id(ctx) + " in this project"));
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("member_id", Long.class).get();
  }

  private static ConflictResponse lastOwner(Context ctx) {
    return new ConflictResponse(
        "Member " + id(ctx) + " is the only owner; make another member an owner first");
  }
}
