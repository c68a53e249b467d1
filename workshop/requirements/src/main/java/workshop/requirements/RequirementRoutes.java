package workshop.requirements;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;
import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;

/** The routes of requirements, and of who changed what in them. */
final class RequirementRoutes {

  private static final int MAX_KEY = 20;

  private static final Param<String> KEY =
      Param.path("key", ParamType.text(MAX_KEY), "Which requirement, as in REQ-12.");

  private static final String UNKNOWN = "Or no requirement of this key in it.";

  private final Workspaces workspaces;

  RequirementRoutes(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void declare(ProjectRoutes routes) {
    routes
        .get("/requirements", "List requirements, by key")
        .with(RequirementFilter.params())
        .answersPages(
            Requirement.class,
            new Keyset<>(Integer.class, Requirement::number),
            (request, page) ->
                workspaces.open(
                    request,
                    Role.VIEWER,
                    project -> project.requirements().list(RequirementFilter.of(request), page)));
    routes
        .post("/requirements", "Add a requirement")
        .notes("It gets the next key of its project. Its group, where it names one, must be there.")
        .takes(NewRequirement.class)
        .creates(
            Requirement.class,
            (request, made) -> workspaces.path(request) + "/requirements/" + made.key(),
            this::add);
    routes
        .get("/requirements/{key}", "Show a requirement", UNKNOWN)
        .with(KEY)
        .answers(Requirement.class, this::find);
    routes
        .patch("/requirements/{key}", "Change a requirement", UNKNOWN)
        .notes("A field that is left out stays as it is; null clears the text or the group.")
        .with(KEY)
        .takes(RequirementChange.class)
        .answers(Requirement.class, this::change);
    routes
        .get(
            "/requirements/{key}/history",
            "Who changed what of a requirement, newest first",
            UNKNOWN)
        .with(KEY)
        .answersPages(
            HistoryEntry.class,
            new Keyset<>(Long.class, HistoryEntry::id),
            (request, page) ->
                workspaces.open(
                    request,
                    Role.VIEWER,
                    project -> project.requirements().history(existing(project, request), page)));
  }

  private Requirement add(Request request, NewRequirement requirement) {
    return workspaces.open(
        request,
        Role.EDITOR,
        project -> {
          hold(project, requirement.group());
          return project.requirements().add(requirement);
        });
  }

  private Requirement find(Request request) {
    return workspaces.open(
        request,
        Role.VIEWER,
        project ->
            key(request).flatMap(project.requirements()::find).orElseThrow(() -> unknown(request)));
  }

  private Requirement change(Request request, RequirementChange change) {
    return workspaces.open(
        request,
        Role.EDITOR,
        project -> {
          RequirementKey key = existing(project, request);
          hold(project, change.group());
          return project.requirements().change(key, change).orElseThrow(() -> unknown(request));
        });
  }

  private static RequirementKey existing(Workspace project, Request request) {
    return key(request)
        .filter(key -> project.requirements().find(key).isPresent())
        .orElseThrow(() -> unknown(request));
  }

  private static void hold(Workspace project, Field<@Nullable String> group) {
    String name = group.orElse(null);
    if (name != null && project.groups().hold(Set.of(name)).isEmpty()) {
      throw ProblemException.invalidField(
          "group", "names \"" + name + "\", which is no group here");
    }
  }

  private static Optional<RequirementKey> key(Request request) {
    return RequirementKey.parse(request.get(KEY));
  }

  private static ProblemException unknown(Request request) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "There is no requirement " + request.get(KEY) + " in this project");
  }
}
