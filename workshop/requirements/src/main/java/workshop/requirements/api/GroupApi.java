package workshop.requirements.api;

import static shareddb.web.doc.Doc.doc;
import static workshop.requirements.Role.EDITOR;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import shareddb.web.doc.Page;
import workshop.requirements.Group;
import workshop.requirements.GroupBoard;
import workshop.requirements.GroupName;
import workshop.requirements.ProjectRoutes;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;

/** The routes of groups. */
final class GroupApi {

  private static final String UNKNOWN = "There is no such group in the project.";
  private static final String TAKEN = "Another group has this name.";

  private final Workspaces workspaces;

  GroupApi(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void routes(ProjectRoutes routes) {
    routes.get("/groups", this::list, doc("List groups").answersPages(Group.class, Long.class));
    routes.get(
        "/board",
        this::board,
        doc("List groups with their requirements").answersPages(GroupBoard.class, Long.class));
    routes.post(
        "/groups",
        EDITOR,
        this::add,
        doc("Add a group").takes(GroupName.EXAMPLE).creates(Group.class).problem(409, TAKEN));
    routes.get(
        "/groups/{group_id}",
        this::show,
        doc("Show a group")
            .path("group_id", Long.class)
            .answers(Group.class)
            .problem(404, UNKNOWN));
    routes.patch(
        "/groups/{group_id}",
        EDITOR,
        this::rename,
        doc("Rename a group")
            .notes("Its requirements stay in it.")
            .path("group_id", Long.class)
            .takes(GroupName.EXAMPLE)
            .answers(Group.class)
            .problem(404, UNKNOWN)
            .problem(409, TAKEN));
    routes.delete(
        "/groups/{group_id}",
        EDITOR,
        this::delete,
        doc("Remove a group")
            .path("group_id", Long.class)
            .problem(404, UNKNOWN)
            .problem(409, "Requirements are in it."));
  }

  private void list(Context ctx) {
    long after = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(0L);
    int limit = Page.limit(ctx) + 1;
    List<Group> groups = workspaces.open(ctx, project -> project.groups().list(after, limit));
    ctx.json(Page.of(ctx, groups, Group::id));
  }

  private void board(Context ctx) {
    long after = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(0L);
    int limit = Page.limit(ctx) + 1;
    List<GroupBoard> groups = workspaces.open(ctx, project -> project.groups().board(after, limit));
    ctx.json(Page.of(ctx, groups, GroupBoard::id));
  }

  private void show(Context ctx) {
    ctx.json(workspaces.open(ctx, project -> existing(ctx, project)));
  }

  private void add(Context ctx) {
    String name = ctx.bodyAsClass(GroupName.class).name();
    Group added =
        workspaces.open(ctx, project -> project.groups().add(name).orElseThrow(() -> taken(name)));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + added.id())
        .json(added);
  }

  private void rename(Context ctx) {
    String name = ctx.bodyAsClass(GroupName.class).name();
    ctx.json(
        workspaces.open(
            ctx,
            project ->
                project
                    .groups()
                    .rename(existing(ctx, project).id(), name)
                    .orElseThrow(() -> taken(name))));
  }

  private void delete(Context ctx) {
    workspaces.run(
        ctx,
        project -> {
          if (!project.groups().delete(existing(ctx, project).id())) {
            throw new ConflictResponse(
                "Requirements are in group " + id(ctx) + "; put them into another one first");
          }
        });
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private static Group existing(Context ctx, Workspace project) {
    return project
        .groups()
        .find(id(ctx))
        .orElseThrow(
            () -> new NotFoundResponse("There is no group " + id(ctx) + " in this project"));
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("group_id", Long.class).get();
  }

  private static ConflictResponse taken(String name) {
    return new ConflictResponse("There is a group \"" + name + "\" already");
  }
}
