package shareddb.base.settings;

import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.ServerName;

/**
 * The administrator's password where no setting names one. The workshop's pages tell it, so it is
 * good for the workshop's own server on this machine only.
 */
public final class DefaultPassword {

  static final String TEXT = "admin123";

  private DefaultPassword() {}

  public static boolean isOf(Login login) {
    return login.password().reveal().equals(TEXT);
  }

  /** A warning for each server, other than the workshop's own, that is reached with it. */
  public static List<String> warnings(Settings settings) {
    List<String> warnings = new ArrayList<>();
    settings
        .servers()
        .logins()
        .forEach(
            (name, login) -> {
              boolean isOwn =
                  name.equals(ServerName.MAIN) && settings.choice() != ServerChoice.EXTERNAL;
              if (!isOwn && isOf(login)) {
                warnings.add(warning(name, login));
              }
            });
    return List.copyOf(warnings);
  }

  private static String warning(ServerName name, Login login) {
    return "the server at %s is reached as %s with the default password, which the workshop's pages tell"
            .formatted(login.address(), login.user())
        + "\n  next:  \\password in  psql %s  sets another; then name it in %s"
            .formatted(
                login.url(),
                name.equals(ServerName.MAIN)
                    ? "POSTGRES_URL or POSTGRES_PASSWORD"
                    : Servers.setting(name));
  }
}
