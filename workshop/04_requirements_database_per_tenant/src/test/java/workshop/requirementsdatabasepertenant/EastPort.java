package workshop.requirementsdatabasepertenant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.base.settings.Login;

/**
 * Another port of the one server that all tests share: closed, it refuses connections, and those
 * that there were are cut. To start a second server takes longer than all that is tested with it.
 */
final class EastPort implements East {

  private final Login server;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listening;

  EastPort(Login server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = listening.getLocalPort();
    accept(listening);
  }

  @Override
  public Login login() {
    return new Login(
        "127.0.0.1",
        port,
        server.database(),
        server.user(),
        server.password(),
        server.parameters());
  }

  @Override
  public void start() {
    try {
      listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      accept(listening);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    close(listening);
    open.forEach(EastPort::close);
    open.clear();
  }

  @Override
  public void close() {
    stop();
  }

  private void accept(ServerSocket at) {
    Thread.startVirtualThread(
        () -> {
          try {
            while (true) {
              join(at.accept());
            }
          } catch (IOException e) {
            // It was stopped.
            close(at);
          }
        });
  }

  private void join(Socket client) throws IOException {
    Socket behind = new Socket(server.host(), server.port());
    open.add(client);
    open.add(behind);
    Thread.startVirtualThread(() -> pass(client, behind));
    Thread.startVirtualThread(() -> pass(behind, client));
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them was cut; then both are.
      close(from);
    } finally {
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
