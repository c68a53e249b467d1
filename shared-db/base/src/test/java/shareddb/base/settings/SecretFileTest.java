package shareddb.base.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-server")
class SecretFileTest {

  @TempDir Path root;

  @Test
  void isMadeAtFirstUseForItsOwnerOnly() throws IOException {
    Path file = root.resolve(SecretFile.PATH);
    WorkshopSecret secret = Settings.load(root, Map.of()).admin().apis().secret();
    assertThat(file).doesNotExist();

    Secret value = secret.value();

    assertThat(value.reveal()).hasSizeGreaterThan(40);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getOwner(file)).isEqualTo(Files.getOwner(root));
    assertThat(secret.value()).isEqualTo(value);
    assertThat(secret).asString().doesNotContain(value.reveal());
  }

  @Test
  void isTheSameForProcessesThatStartAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Reader.class.getName(),
                  root.toString())
              .redirectErrorStream(true)
              .start());
    }
    Set<String> secrets = new HashSet<>();
    for (Process process : processes) {
      secrets.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(secrets)
        .containsExactly(new SecretFile(root.resolve(SecretFile.PATH)).read().getFirst().reveal());
  }

  @Test
  void keepsThoseBeforeBelowANewOne() throws IOException {
    SecretFile file = new SecretFile(root.resolve(SecretFile.PATH));
    Secret first = file.read().getFirst();

    file.replace();

    WorkshopSecret secret = Settings.load(root, Map.of()).admin().apis().secret();
    assertThat(secret.value()).isNotEqualTo(first);
    assertThat(secret.earlier()).containsExactly(first);
    assertThat(Files.getPosixFilePermissions(file.path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whereItCannotBeMadeTheSettingIsNamed() {
    Settings settings = Settings.load(root.resolve("no such checkout"), Map.of());

    assertThatThrownBy(() -> settings.admin().apis().secret().value())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("WORKSHOP_SECRET");
  }

  @Test
  void aShortOneInTheSettingsIsRefused() {
    assertThatThrownBy(() -> Settings.load(root, Map.of("WORKSHOP_SECRET", "hunter2")))
        .hasMessageContaining("WORKSHOP_SECRET (from the environment): it is shorter than 16")
        .hasMessageNotContaining("hunter2");
  }

  /** A process that needs the secret of a checkout. */
  static final class Reader {
    public static void main(String[] args) {
      System.out.print(
          new SecretFile(Path.of(args[0]).resolve(SecretFile.PATH)).read().getFirst().reveal());
    }
  }
}
