package shareddb.web.server;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.MisdirectedRequestResponse;
import io.javalin.plugin.Plugin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Javalin plugin that refuses a {@code Host} that is not ours with 421. Without it a page of
 * another site could read and write here: the site's name resolves to 127.0.0.1 a moment later (DNS
 * rebinding), and the browser takes us for that site.
 */
public final class AllowedHosts extends Plugin<Void> {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private static final Pattern PORT = Pattern.compile(":[0-9]*$");

  private final Set<String> more;
  private final Map<String, Predicate<String>> behindPrefix = new ConcurrentHashMap<>();

  /**
   * @param more names from a setting, such as the public name of the server
   */
  public AllowedHosts(List<String> more) {
    this.more = Set.copyOf(more.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }

  /** Allows the hosts that a module knows, such as its tenants' domains, for its own routes. */
  public void allow(String prefix, Predicate<String> hosts) {
    behindPrefix.put(prefix, hosts);
  }

  @Override
  public void onInitialize(JavalinState state) {
    state.routes.before(this::check);
  }

  private void check(Context ctx) {
    String host = withoutPort(ctx.host());
    if (host == null || LOOPBACK.contains(host) || more.contains(host) || isOfModule(ctx, host)) {
      return;
    }
    throw new MisdirectedRequestResponse(
        "This server does not answer for the host "
            + host
            + "; where it is served, ALLOWED_HOSTS names more");
  }

  private boolean isOfModule(Context ctx, String host) {
    return behindPrefix.entrySet().stream()
        .anyMatch(module -> ctx.path().startsWith(module.getKey()) && module.getValue().test(host));
  }

  /** A request of HTTP/1.0 may have no host: no browser sends that. */
  private static @Nullable String withoutPort(@Nullable String host) {
    return host == null ? null : PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
