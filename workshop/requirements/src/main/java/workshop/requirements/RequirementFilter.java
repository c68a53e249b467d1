package workshop.requirements;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import shareddb.web.doc.Doc;

/**
 * Which requirements a request wants; null means all.
 *
 * @param search a part of the title or the text, in upper or lower case
 */
public record RequirementFilter(
    @Nullable Status status,
    @Nullable Priority priority,
    @Nullable String group,
    @Nullable String search) {

  private static final int MAX_SEARCH = 200;

  /** Adds the parameters to the documentation of a route. */
  public static Doc document(Doc doc) {
    return doc.query("status", Status.class, "Only requirements with this status.")
        .query("priority", Priority.class, "Only requirements with this priority.")
        .query("group", String.class, "Only requirements in the group of this name.")
        .between(1, Group.MAX_NAME)
        .query("search", String.class, "Only requirements with this in the title or the text.")
        .between(1, MAX_SEARCH);
  }

  public static RequirementFilter of(Context ctx) {
    return new RequirementFilter(
        ctx.queryParamAsClass("status", Status.class).getOrNull(),
        ctx.queryParamAsClass("priority", Priority.class).getOrNull(),
        ctx.queryParam("group"),
        ctx.queryParam("search"));
  }
}
