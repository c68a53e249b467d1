package shareddb.cli.command.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.cli.command.CommandContext;
import shareddb.cli.output.CountText;
import shareddb.postgres.docker.DockerEngine;
import shareddb.postgres.server.ServerProblem;

/** Looks at the machine: programs, disk, memory, and the port of the API. */
record MachineFindings(CommandContext context) {

  /** What a build, a server and the Maven repository need. */
  private static final long DISK = 3L << 30;

  private static final long MEMORY = 2L << 30;
  private static final int JAVA = 21;
  private static final int API_PORT = 8080;

  List<DoctorFinding> all() {
    List<DoctorFinding> all = new ArrayList<>();
    all.add(jdk());
    all.add(program("Maven", "mvn", "sudo apt install maven      (macOS: brew install maven)"));
    all.add(program("git", "git", "sudo apt install git      (macOS: brew install git)"));
    all.add(docker());
    all.add(memory());
    all.add(disk());
    all.add(apiPort());
    return all;
  }

  private static DoctorFinding jdk() {
    int version = Runtime.version().feature();
    String found = version + " in " + System.getProperty("java.home");
    return version >= JAVA
        ? DoctorFinding.fine("JDK", found)
        : DoctorFinding.wrong(
            "JDK", found + ", and 21 is the oldest", "sudo apt install openjdk-21-jdk");
  }

  private DoctorFinding program(String subject, String name, String install) {
    return Stream.of(context.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(found -> DoctorFinding.fine(subject, found.toString()))
        .orElseGet(() -> DoctorFinding.wrong(subject, "there is no " + name + " on PATH", install));
  }

  /** An engine is not needed: without one the server is embedded. */
  private static DoctorFinding docker() {
    return DoctorFinding.fine(
        "Docker",
        DockerEngine.problem()
            .map(ServerProblem::what)
            .map(what -> what + " (not needed: the server is embedded then)")
            .orElse("an engine answers"));
  }

  private static DoctorFinding memory() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return DoctorFinding.fine("memory", "unknown");
    }
    long all = system.getTotalMemorySize();
    String found = CountText.bytes(all);
    return all >= MEMORY
        ? DoctorFinding.fine("memory", found)
        : DoctorFinding.wrong(
            "memory",
            found + ", and a build and the server want " + CountText.bytes(MEMORY),
            "close other programs, or give the machine more memory");
  }

  private DoctorFinding disk() {
    try {
      long free = Files.getFileStore(context.root()).getUsableSpace();
      String found = CountText.bytes(free) + " free at " + context.root();
      return free >= DISK
          ? DoctorFinding.fine("disk", found)
          : DoctorFinding.wrong(
              "disk",
              found + ", and " + CountText.bytes(DISK) + " are wanted",
              "du -sh ~/.m2 localdev     shows the largest folders");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the disk of " + context.root(), e);
    }
  }

  private DoctorFinding apiPort() {
    Optional<Integer> port =
        Optional.of(context.environment().getOrDefault("PORT", ""))
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(Integer::valueOf);
    int wanted = port.orElse(API_PORT);
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return DoctorFinding.fine("API's port", socket.getLocalPort() + " is free");
    } catch (IOException | IllegalArgumentException e) {
      return DoctorFinding.wrong(
          "API's port",
          wanted + " cannot be used: " + e.getMessage(),
          "PORT=" + (wanted + 1) + " make run     (or stop what listens there)");
    }
  }
}
