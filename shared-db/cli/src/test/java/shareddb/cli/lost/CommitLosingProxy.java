package shareddb.cli.lost;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Relays the Postgres protocol between clients and a server. Once armed, it loses one statement's
 * request or its answer, and with it the client's connection.
 */
public final class CommitLosingProxy implements AutoCloseable {

  /** What is lost, and of which statement. */
  public sealed interface Loss {

    /** The server does the statement; its answer, of this tag, never reaches the client. */
    record OfTheAnswer(String tag) implements Loss {}

    /** The statement, which holds this text, never reaches the server. */
    record OfTheRequest(String text) implements Loss {}
  }

  private static final int LONGEST_STARTUP = 10_000;

  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Loss> armed = new AtomicReference<>();
  private final AtomicBoolean refusesAfterwards = new AtomicBoolean();
  private final AtomicBoolean refuses = new AtomicBoolean();
  private final AtomicBoolean struck = new AtomicBoolean();
  private volatile Predicate<String> of = statement -> true;

  private CommitLosingProxy(ServerSocket listener, String host, int port) {
    this.listener = listener;
    this.host = host;
    this.port = port;
  }

  /** Before the server at this address, on a free port of the loopback. */
  public static CommitLosingProxy before(String host, int port) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      CommitLosingProxy proxy = new CommitLosingProxy(listener, host, port);
      start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The next statement that this fits is lost; no other after it. */
  public CommitLosingProxy lose(Loss loss) {
    refusesAfterwards.set(false);
    refuses.set(false);
    struck.set(false);
    of = session -> true;
    armed.set(loss);
    return this;
  }

  /** Only in a session in which a statement with this text was sent before. */
  public CommitLosingProxy behind(String text) {
    of = statements -> statements.contains(text);
    return this;
  }

  /** From the loss on no new connection is let through. */
  public CommitLosingProxy andRefuse() {
    refusesAfterwards.set(true);
    return this;
  }

  /** Everything goes through again. */
  public void calm() {
    armed.set(null);
    refuses.set(false);
  }

  /** The start-up messages, with their settings, of the sessions that sent this text. */
  public List<String> startups(String text) {
    return sessions.stream()
        .filter(session -> session.statements.all().contains(text))
        .map(session -> session.startup)
        .toList();
  }

  /** Whether something was lost since it was armed. */
  public boolean hasStruck() {
    return struck.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Closeable socket : open) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      if (refuses.get()) {
        client.close();
      } else {
        start(() -> relay(client));
      }
    }
  }

  private void relay(Socket client) throws IOException {
    open.add(client);
    try (client;
        Socket server = new Socket(host, port)) {
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Session session = new Session(client, server);
      if (session.starts()) {
        sessions.add(session);
        start(session::answers);
        session.requests();
      }
    }
  }

  /** Both directions of one client's connection. */
  private final class Session {
    private final Socket client;
    private final Socket server;
    private final Statements statements = new Statements();
    private volatile String startup = "";

    Session(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /** Encryption is declined; the start-up message and requests to cancel go through. */
    boolean starts() throws IOException {
      DataInputStream in = new DataInputStream(client.getInputStream());
      while (true) {
        int length = in.readInt();
        int code = in.readInt();
        if (length < 8 || length > LONGEST_STARTUP) {
          return false;
        }
        byte[] rest = in.readNBytes(length - 8);
        if (Frame.asksForEncryption(code)) {
          client.getOutputStream().write('N');
          continue;
        }
        startup = new String(rest, StandardCharsets.UTF_8);
        Frame.writeStartup(server.getOutputStream(), code, rest);
        return true;
      }
    }

    void requests() throws IOException {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = server.getOutputStream();
      for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
        String statement = statements.sent(frame);
        if (armed.get() instanceof Loss.OfTheRequest(String text)
            && statement.contains(text)
            && strikes()) {
          break;
        }
        frame.write(out);
      }
      end();
    }

    void answers() throws IOException {
      DataInputStream in = new DataInputStream(server.getInputStream());
      OutputStream out = client.getOutputStream();
      for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
        if (armed.get() instanceof Loss.OfTheAnswer(String tag)
            && frame.completes(tag)
            && strikes()) {
          break;
        }
        frame.write(out);
      }
      end();
    }

    private boolean strikes() {
      if (!of.test(statements.all()) || armed.getAndSet(null) == null) {
        return false;
      }
      refuses.set(refusesAfterwards.get());
      struck.set(true);
      return true;
    }

    private void end() throws IOException {
      client.close();
      server.close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One side is gone, and so the other is, too.
                return;
              }
            });
  }
}
