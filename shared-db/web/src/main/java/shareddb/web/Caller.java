package shareddb.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Who sent a request, as far as HTTP tells: what headers say is a claim, and no more. */
public final class Caller {

  /** Which page made a browser send a request. */
  public enum Page {
    /** One that this very server gave out. */
    OURS,
    FOREIGN,
    /** No browser says: it is an old one, or none at all. */
    UNKNOWN
  }

  private final Context context;

  Caller(Context context) {
    this.context = context;
  }

  /** Where it came from: a proxy's word counts only as {@link Proxy} says. */
  public String address() {
    return context.ip();
  }

  /** What is there twice is refused: a proxy may have looked at the one, and we at the other. */
  public Optional<String> header(String name) {
    List<String> values = Collections.list(context.req().getHeaders(name));
    if (values.size() > 1) {
      throw ProblemException.of(
          ProblemType.BAD_REQUEST, name + " is there more than once, and only one can be meant");
    }
    return values.stream().findFirst();
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  /** Whether it may change something: all but GET and HEAD. */
  public boolean mayChange() {
    return switch (context.method().name()) {
      case "GET", "HEAD" -> false;
      default -> true;
    };
  }

  /**
   * Tells a form on somebody else's page from a page of ours: scripts can set neither header. The
   * newer one says it outright; the older one names the page's origin.
   */
  public Page page() {
    Optional<String> site = header("Sec-Fetch-Site");
    if (site.isPresent()) {
      return site.get().equals("same-origin") ? Page.OURS : Page.FOREIGN;
    }
    return header("Origin")
        .map(origin -> origin.equalsIgnoreCase(ourOrigin()) ? Page.OURS : Page.FOREIGN)
        .orElse(Page.UNKNOWN);
  }

  boolean isEncrypted() {
    return context.scheme().equals("https");
  }

  private String ourOrigin() {
    return context.scheme() + "://" + header("Host").orElse("");
  }
}
