package shareddb.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.postgres.server.ServerException;

@Tag("no-server")
class ServerUserTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"setpriv", "runuser", "su", "chroot", "unshare"})
  void runsCommandsAsAnotherUserInEveryWayThatThisMachineHas(String tool) {
    assumeTrue(ServerUser.isRoot(), "an ordinary user runs them itself");
    assumeTrue(ProgramRun.isThere(tool), tool + " is not on this machine");
    assumeTrue(
        !tool.equals("unshare")
            || ProgramRun.run(List.of(tool, "-U", "true"), Map.of(), LIMIT).ok(),
        "plain containers refuse user namespaces");

    ServerUser user =
        ServerUser.first(
            List.of("nobody"),
            way -> way.getFirst().equals(tool) && ProgramRun.run(way, Map.of(), LIMIT).ok());

    assertThat(user.run(List.of("id", "-u"), LIMIT).output()).isNotEqualTo("0");
    assertThat(user.run(List.of("printf", "%s|", "-D", "a b", "$HOME", "'"), LIMIT).output())
        .isEqualTo("-D|a b|$HOME|'|");
    assertThat(user.run(List.of("false"), LIMIT).ok()).isFalse();
  }

  @Test
  void isOneselfForAnOrdinaryUser() {
    assumeTrue(!ServerUser.isRoot(), "root needs another user");

    assertThat(ServerUser.of(Path.of("/")).command(List.of("true"))).containsExactly("true");
  }

  @Test
  void saysWhatToDoWhereThereIsNoWay() {
    assertThatThrownBy(() -> ServerUser.first(List.of("no-such-user"), way -> true))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("PostgreSQL does not run as root")
        .hasMessageContaining("no-such-user")
        .hasMessageContaining("useradd");
  }
}
