package shareddb.postgres.internal;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProblem;

/**
 * The user that runs the programs of an embedded server, because Postgres refuses to run as root.
 *
 * @param name the user's name
 * @param prefix the beginning of a command that runs as that user; empty for the current user
 * @param ownsFiles whether files must be given to that user first
 */
public record ServerUser(String name, List<String> prefix, boolean ownsFiles) {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  public ServerUser {
    prefix = List.copyOf(prefix);
  }

  public static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /**
   * The current user, unless it is root. For root, the checkout's owner if that is an ordinary
   * user, or else nobody.
   */
  public static ServerUser of(Path checkout) {
    if (!isRoot()) {
      return new ServerUser(System.getProperty("user.name"), List.of(), false);
    }
    List<String> names = new ArrayList<>();
    ownerName(checkout).filter(name -> !name.equals("root")).ifPresent(names::add);
    names.add("nobody");
    return first(names, way -> ProgramRun.run(way, Map.of(), LIMIT).ok());
  }

  /** The first existing user, with the first method that works on this machine. */
  static ServerUser first(List<String> names, Predicate<List<String>> works) {
    for (String name : names) {
      Optional<String> uid = number("-u", name);
      Optional<String> gid = number("-g", name);
      if (uid.isPresent() && gid.isPresent()) {
        for (ServerUser user : ways(name, uid.get(), gid.get())) {
          if (works.test(user.command(List.of("true")))) {
            return user;
          }
        }
      }
    }
    throw new ServerException(
        new ServerProblem(
            "PostgreSQL does not run as root, and no way was found to run it as another user",
            "tried setpriv, runuser, su, chroot, unshare -U for: " + String.join(", ", names),
            "uid 0",
            "run this as an ordinary user, or give the system one: useradd --system nobody"));
  }

  private static List<ServerUser> ways(String name, String uid, String gid) {
    return List.of(
        new ServerUser(
            name,
            List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
            true),
        new ServerUser(name, List.of("runuser", "-u", name, "--"), true),
        new ServerUser(
            name, List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", name, "--"), true),
        // This method does not use PAM, which plain containers may lack.
        new ServerUser(
            name, List.of("chroot", "--userspec=" + uid + ":" + gid, "--groups=", "--", "/"), true),
        // A user namespace: root's own files without root's rights.
        new ServerUser("nobody", List.of("unshare", "-U", "--"), false));
  }

  /** The id of a user or of its group. Empty if the user does not exist. */
  private static Optional<String> number(String option, String name) {
    ProgramRun.Outcome outcome = ProgramRun.run(List.of("id", option, name), Map.of(), LIMIT);
    return Optional.of(outcome.output()).filter(text -> outcome.ok() && text.matches("[0-9]+"));
  }

  private static Optional<String> ownerName(Path folder) {
    try {
      return Optional.of(Files.getOwner(folder).getName());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  public ProgramRun.Outcome run(List<String> command, Duration limit) {
    return ProgramRun.run(command(command), Map.of(), limit);
  }

  /** Makes this user the owner of the file or folder. */
  public void give(Path path) throws IOException {
    if (ownsFiles) {
      Files.setOwner(
          path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    }
  }
}
