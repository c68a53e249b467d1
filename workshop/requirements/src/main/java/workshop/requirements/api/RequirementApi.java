package workshop.requirements.api;

import static shareddb.web.doc.Doc.doc;
import static workshop.requirements.Role.EDITOR;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shareddb.web.doc.Page;
import shareddb.web.problem.InvalidRequest;
import workshop.requirements.HistoryEntry;
import workshop.requirements.NewRequirement;
import workshop.requirements.ProjectRoutes;
import workshop.requirements.Requirement;
import workshop.requirements.RequirementChange;
import workshop.requirements.RequirementFilter;
import workshop.requirements.RequirementKey;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;

/** The routes of requirements, and of their history. */
final class RequirementApi {

  private static final int MAX_KEY = 20;
  private static final String KEY = "Which requirement, as in REQ-12.";
  private static final String UNKNOWN = "There is no requirement with this key in the project.";

  private final Workspaces workspaces;

  RequirementApi(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void routes(ProjectRoutes routes) {
    routes.get(
        "/requirements",
        this::list,
        RequirementFilter.document(doc("List requirements, by key"))
            .answersPages(Requirement.class, Integer.class));
    routes.post(
        "/requirements",
        EDITOR,
        this::add,
        doc("Add a requirement")
            .notes("It gets the next key of its project. A group that it names must exist.")
            .takes(NewRequirement.EXAMPLE)
            .creates(Requirement.class));
    routes.get(
        "/requirements/{key}",
        this::show,
        doc("Show a requirement")
            .path("key", String.class, KEY)
            .between(1, MAX_KEY)
            .answers(Requirement.class)
            .problem(404, UNKNOWN));
    routes.patch(
        "/requirements/{key}",
        EDITOR,
        this::change,
        doc("Change a requirement")
            .notes("A field that is left out stays as it is; null clears the text or the group.")
            .path("key", String.class, KEY)
            .between(1, MAX_KEY)
            .takes(RequirementChange.EXAMPLE)
            .answers(Requirement.class)
            .problem(404, UNKNOWN));
    routes.get(
        "/requirements/{key}/history",
        this::history,
        doc("List the changes of a requirement, newest first")
            .path("key", String.class, KEY)
            .between(1, MAX_KEY)
            .answersPages(HistoryEntry.class, Long.class)
            .problem(404, UNKNOWN));
  }

  private void list(Context ctx) {
    RequirementFilter filter = RequirementFilter.of(ctx);
    int after = ctx.queryParamAsClass("cursor", Integer.class).getOrDefault(0);
    int limit = Page.limit(ctx) + 1;
    List<Requirement> requirements =
        workspaces.open(ctx, project -> project.requirements().list(filter, after, limit));
    ctx.json(Page.of(ctx, requirements, Requirement::number));
  }

  private void show(Context ctx) {
    ctx.json(workspaces.open(ctx, project -> existing(ctx, project)));
  }

  private void add(Context ctx) {
    NewRequirement requirement = ctx.bodyAsClass(NewRequirement.class);
    Requirement added =
        workspaces.open(
            ctx,
            project ->
                project.requirements().add(requirement, group(project, requirement.group())));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + added.key())
        .json(added);
  }

  private void change(Context ctx) {
    RequirementChange change = ctx.bodyAsClass(RequirementChange.class);
    ctx.json(
        workspaces.open(
            ctx,
            project -> {
              RequirementKey key = key(existing(ctx, project));
              Long group = group(project, change.group().orElse(null));
              return project
                  .requirements()
                  .change(key, change, group)
                  .orElseThrow(() -> unknown(ctx));
            }));
  }

  private void history(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    int limit = Page.limit(ctx) + 1;
    List<HistoryEntry> entries =
        workspaces.open(
            ctx,
            project -> project.requirements().history(key(existing(ctx, project)), before, limit));
    ctx.json(Page.of(ctx, entries, HistoryEntry::id));
  }

  private static Requirement existing(Context ctx, Workspace project) {
    return RequirementKey.parse(ctx.pathParam("key"))
        .flatMap(project.requirements()::find)
        .orElseThrow(() -> unknown(ctx));
  }

  private static RequirementKey key(Requirement requirement) {
    return new RequirementKey(requirement.number());
  }

  /** The id of the group with this name, which stays in the project until the transaction ends. */
  private static @Nullable Long group(Workspace project, @Nullable String name) {
    return name == null
        ? null
        : Optional.ofNullable(project.groups().hold(Set.of(name)).get(name))
            .orElseThrow(
                () ->
                    InvalidRequest.field(
                        "group", "names \"" + name + "\", which is no group here"));
  }

  private static NotFoundResponse unknown(Context ctx) {
    return new NotFoundResponse(
        "There is no requirement " + ctx.pathParam("key") + " in this project");
  }
}
