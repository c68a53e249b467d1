package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import workshop.userauthtodo.limit.LimitRules;
import workshop.userauthtodo.session.SessionRules;

/** An operator sees in the log that passwords are being guessed, and no password. */
class LoginLogTest {

  private static final int TRIES = 3;

  @RegisterExtension
  static final AuthApi api =
      new AuthApi(
          new Rules(
              AuthApi.CHEAP,
              SessionRules.STANDARD,
              new LimitRules(Duration.ofMinutes(15), TRIES, 1000, 1000)));

  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @BeforeEach
  void listen() {
    events.start();
    root().addAppender(events);
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(events);
  }

  @Test
  void aFailedLoginIsLoggedWithTheUserAndTheAddress() {
    User user = api.newUser();
    long id = user.id();

    api.tryLogIn(user.email(), "not the password at all");
    api.tryLogIn("a password in the wrong field", "not the password at all");

    assertThat(warnings())
        .contains(
            "login failed: user " + id + " from 127.0.0.1",
            "login failed: an unknown account from 127.0.0.1")
        .noneMatch(line -> line.contains(user.email()) || line.contains("password"));
  }

  @Test
  void aLimitThatIsReachedIsLoggedOnce() {
    for (int i = 0; i < TRIES + 5; i++) {
      api.tryLogIn("nobody@example.org", "not the password at all");
    }

    assertThat(warnings().filter(line -> line.startsWith("limit reached: STRANGERS, last by")))
        .hasSize(1)
        .noneMatch(line -> line.contains("nobody@"));
  }

  @Test
  void aWrongPasswordToConfirmIsLogged() {
    User user = api.newUser();
    long id = user.id();

    user.post("/me/delete", Map.of("password", "not this one"));

    assertThat(warnings())
        .contains("user " + id + " at 127.0.0.1 typed a wrong password to confirm");
  }

  private Stream<String> warnings() {
    return List.copyOf(events.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
