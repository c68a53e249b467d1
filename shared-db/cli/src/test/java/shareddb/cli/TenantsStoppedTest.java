package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.output.CountText;

@Tag("long")
final class TenantsStoppedTest extends TenantsCase {

  @Test
  void whoIsToldToStopEndsTheTenantInHandAndTheSameCommandGoesOn() throws Exception {
    tenants("a", "b", "c", "d");
    migration("2__slow", "SELECT pg_sleep(1);\n" + color(), dropColor());
    Path output = root.resolve("output.txt");
    Process process =
        tool.start(
            List.of("upgrade", "07", "--connections", "1"),
            ProcessBuilder.Redirect.to(output.toFile()));
    try {
      while (process.isAlive() && !versions().contains("2")) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    int done = versions().indexOf("1");
    assertThat(done).isBetween(1, 3);
    assertThat(Files.readString(output))
        .contains("07_test_tenants/tenant: " + CountText.of(done, "tenant") + " → 2, in ")
        .contains("error: stopped, as it was interrupted; " + CountText.of(4 - done, "tenant"))
        .contains("next:  ./db upgrade 07_test_tenants/tenant     goes on with those");
    Tool.Run onward = tool.run("upgrade", "07");
    assertThat(onward.err()).contains("note: run 2 was stopped with ");
    assertThat(onward.out()).contains(CountText.of(4 - done, "tenant") + " → 2, in ");
    assertThat(versions()).containsExactly("2", "2", "2", "2");
  }
}
