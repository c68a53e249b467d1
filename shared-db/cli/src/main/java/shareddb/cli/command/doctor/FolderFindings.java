package shareddb.cli.command.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.settings.DefaultPassword;
import shareddb.base.settings.Settings;
import shareddb.cli.command.CommandContext;
import shareddb.learn.exercise.Exercises;

/** Looks at {@code localdev} and {@code .env}: rights, secrets, and folders that nothing names. */
record FolderFindings(CommandContext context) {

  private static final Set<String> KNOWN =
      Set.of(
          "data",
          "secret",
          "build.log",
          "build.lock",
          "snapshots",
          "learn",
          "lessons",
          "class",
          "removed");

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  List<DoctorFinding> all() {
    List<DoctorFinding> all = new ArrayList<>();
    Path localdev = context.root().resolve("localdev");
    all.add(
        Files.isWritable(localdev) || !Files.exists(localdev)
            ? DoctorFinding.fine("localdev", "can be written to")
            : DoctorFinding.wrong(
                "localdev", "this user cannot write to it", "sudo chown -R $USER localdev"));
    List<DoctorFinding> open = new ArrayList<>();
    open(context.root().resolve(".env"), open);
    open(localdev.resolve("secret"), open);
    for (Path key : children(localdev.resolve("class").resolve("keys"))) {
      open(key, open);
    }
    defaultPassword(open);
    all.addAll(
        open.isEmpty()
            ? List.of(DoctorFinding.fine("secrets", "no other user can read them"))
            : open);
    List<DoctorFinding> strays = new ArrayList<>();
    strays(localdev, strays);
    all.addAll(
        strays.isEmpty() ? List.of(DoctorFinding.fine("folders", "no stray in localdev")) : strays);
    return all;
  }

  private void open(Path file, List<DoctorFinding> findings) {
    try {
      if (Files.isRegularFile(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        String shown = context.shown(file);
        findings.add(
            DoctorFinding.wrong(
                "secrets", shown + " can be read by other users", "chmod 600 " + shown));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }

  private void defaultPassword(List<DoctorFinding> findings) {
    Settings settings = context.settings();
    DefaultPassword.warnings(settings)
        .forEach(
            warning ->
                findings.add(
                    DoctorFinding.wrong("secrets", warning, "set POSTGRES_PASSWORD in .env")));
  }

  private void strays(Path localdev, List<DoctorFinding> findings) {
    for (Path child : children(localdev)) {
      String name = String.valueOf(child.getFileName());
      if (!KNOWN.contains(name) && !name.matches("(secret|build\\.lock)[-.].*|learn-.*")) {
        stray(child, "no part of the tool made it", findings);
      }
    }
    Set<String> modules =
        context.workshop().modules().stream()
            .map(module -> module.name().toString())
            .collect(Collectors.toSet());
    for (Path snapshots : children(localdev.resolve("snapshots"))) {
      if (!modules.contains(String.valueOf(snapshots.getFileName()))) {
        stray(snapshots, "snapshots of a module that is not in workshop/", findings);
      }
    }
    List<String> exercises = Exercises.ids(context.workshop());
    for (Path work : children(localdev.resolve("learn"))) {
      String id = String.valueOf(work.getFileName());
      if (id.matches("[0-9]{2}\\.[0-9]+") && !exercises.contains(id)) {
        stray(work, "files of an exercise that is not in workshop/", findings);
      }
    }
  }

  private void stray(Path path, String why, List<DoctorFinding> findings) {
    String shown = context.shown(path);
    findings.add(DoctorFinding.wrong("folders", shown + ": " + why, "rm -r '" + shown + "'"));
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }
}
