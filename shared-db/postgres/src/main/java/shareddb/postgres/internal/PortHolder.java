package shareddb.postgres.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.postgres.server.ServerProblem;

/** Checks whether a port is free, and finds the process that uses it. */
public final class PortHolder {

  private static final int COMMAND_LENGTH = 100;
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** The reason why no server can listen on this port of the loopback address. Empty if one can. */
  public static Optional<ServerProblem> problem(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(
          String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("denied")
              ? forbidden(port)
              : busy(port));
    } catch (IOException e) {
      return Optional.of(
          new ServerProblem(
              "cannot listen on the port", "127.0.0.1:" + port, e.toString(), next(port)));
    }
  }

  private static ServerProblem forbidden(int port) {
    return new ServerProblem(
        "this user may not listen on port " + port,
        "127.0.0.1:" + port,
        "ports below 1024 are root's",
        next(port));
  }

  private static ServerProblem busy(int port) {
    return new ServerProblem(
        "port " + port + " is taken",
        "127.0.0.1:" + port,
        holder(port)
            .map(found -> "by " + found)
            .orElse(
                "by a process of another user; to see it: sudo ss -ltnp 'sport = :" + port + "'"),
        next(port) + "; or end what listens there");
  }

  private static String next(int port) {
    int other = port < 1024 ? 5432 : port + 1;
    return "take another one: POSTGRES_PORT=" + other + " ./db start (or set it in .env)";
  }

  /** The process that listens on the port, if this user may see it. */
  static Optional<String> holder(int port) {
    Set<String> inodes =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(file -> listeners(Path.of(file), port))
            .map(inode -> "socket:[" + inode + "]")
            .collect(Collectors.toSet());
    if (inodes.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holds(pid, inodes))
        .findFirst()
        .map(pid -> "process " + pid + ": " + shortened(SystemProcesses.commandLine(pid).strip()));
  }

  /**
   * The inodes of the sockets that listen on the port. In the file, the second column is
   * address:port, the fourth the state, the tenth the inode.
   */
  private static Stream<String> listeners(Path file, int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(c -> c.length > 9 && c[1].endsWith(suffix) && c[3].equals(LISTENING))
          .map(c -> c[9]);
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean holds(long pid, Set<String> inodes) {
    Path folder = Path.of("/proc", Long.toString(pid), "fd");
    try (Stream<Path> descriptors = Files.list(folder)) {
      return descriptors.anyMatch(descriptor -> inodes.contains(target(descriptor)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String shortened(String text) {
    return text.length() <= COMMAND_LENGTH ? text : text.substring(0, COMMAND_LENGTH) + "…";
  }
}
