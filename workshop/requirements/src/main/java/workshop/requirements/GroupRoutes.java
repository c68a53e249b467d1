package workshop.requirements;

import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;

/** The routes of groups. */
final class GroupRoutes {

  private static final Param<Long> ID = Param.path("group_id", ParamType.id(), "Which group.");
  private static final String UNKNOWN = "Or no group of this id in it.";
  private static final String TAKEN = "Another group has this name.";

  private final Workspaces workspaces;

  GroupRoutes(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void declare(ProjectRoutes routes) {
    routes
        .get("/groups", "List groups")
        .answersPages(
            Group.class,
            new Keyset<>(Long.class, Group::id),
            (request, page) ->
                workspaces.open(request, Role.VIEWER, project -> project.groups().list(page)));
    routes
        .post("/groups", "Add a group")
        .fails(ProblemType.CONFLICT, TAKEN)
        .takes(GroupName.class)
        .creates(
            Group.class,
            (request, made) -> workspaces.path(request) + "/groups/" + made.id(),
            this::add);
    routes
        .get("/groups/{group_id}", "Show a group", UNKNOWN)
        .with(ID)
        .answers(Group.class, this::find);
    routes
        .patch("/groups/{group_id}", "Call a group something else", UNKNOWN)
        .notes("Its requirements stay in it.")
        .with(ID)
        .fails(ProblemType.CONFLICT, TAKEN)
        .takes(GroupName.class)
        .answers(Group.class, this::rename);
    routes
        .delete("/groups/{group_id}", "Remove a group", UNKNOWN)
        .with(ID)
        .fails(ProblemType.CONFLICT, "Requirements are in it.")
        .answersNothing(this::delete);
  }

  private Group find(Request request) {
    return workspaces.open(request, Role.VIEWER, project -> existing(project, request));
  }

  private Group add(Request request, GroupName group) {
    return workspaces.open(
        request,
        Role.EDITOR,
        project -> project.groups().add(group.name()).orElseThrow(() -> taken(group)));
  }

  private Group rename(Request request, GroupName group) {
    return workspaces.open(
        request,
        Role.EDITOR,
        project ->
            project
                .groups()
                .rename(existing(project, request).id(), group.name())
                .orElseThrow(() -> taken(group)));
  }

  private void delete(Request request) {
    boolean gone =
        workspaces.open(
            request,
            Role.EDITOR,
            project -> project.groups().delete(existing(project, request).id()));
    if (!gone) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "Requirements are in group " + request.get(ID) + "; put them elsewhere first");
    }
  }

  private static Group existing(Workspace project, Request request) {
    return project
        .groups()
        .find(request.get(ID))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There is no group " + request.get(ID) + " in this project"));
  }

  private static ProblemException taken(GroupName group) {
    return ProblemException.of(
        ProblemType.CONFLICT, "There is a group \"" + group.name() + "\" already");
  }
}
