package workshop.usersandanalytics;

import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Sends the number of sign-ups to every browser that watches it, as server-sent events. A look at
 * the database serves all who watch: {@link #tell} runs every second, on the thread of its job.
 */
final class SignupStream {

  /** The name of the event, for {@code addEventListener} in the browser. */
  static final String EVENT = "signups";

  private static final int MAX_CLIENTS = 100;
  private static final long NOTHING_YET = -1;

  private final LongSupplier total;
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private long last = NOTHING_YET;

  SignupStream(LongSupplier total) {
    this.total = total;
  }

  /** Javalin ends the request when this returns, unless the client is kept alive. */
  void add(SseClient client) {
    if (clients.size() >= MAX_CLIENTS) {
      client.sendComment(MAX_CLIENTS + " clients watch already; try again later");
      return;
    }
    client.keepAlive();
    client.onClose(() -> clients.remove(client));
    send(client, total.getAsLong());
    clients.add(client);
  }

  /** Does not ask the database while no client watches. */
  void tell() {
    if (!clients.isEmpty()) {
      tell(total.getAsLong());
    }
  }

  /** A client that has gone is noticed when it is written to. */
  private synchronized void tell(long now) {
    boolean changed = now != last;
    last = now;
    for (SseClient client : clients) {
      if (changed) {
        client.sendEvent(EVENT, String.valueOf(now));
      } else {
        client.sendComment("still here");
      }
    }
  }

  private synchronized void send(SseClient client, long now) {
    client.sendEvent(EVENT, String.valueOf(now));
  }

  /**
   * Else the server would wait for the clients when it stops. It waits for an event that is being
   * sent: a thread that is interrupted while it writes would leave the answer without an end.
   */
  synchronized void close() {
    clients.forEach(SseClient::close);
  }
}
