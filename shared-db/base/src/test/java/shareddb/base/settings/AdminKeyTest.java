package shareddb.base.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-server")
class AdminKeyTest {

  @TempDir Path root;

  @Test
  void followsFromTheSecretOfTheCheckoutWhereNoneIsSet() {
    AdminKey key = key(Map.of());

    assertThat(key.chosen()).isFalse();
    assertThat(key.secret().reveal()).hasSizeGreaterThan(40).startsWith("wsa_");
    assertThat(key(Map.of())).isEqualTo(key);
    assertThat(key(Map.of("POSTGRES_PASSWORD", "another"))).isEqualTo(key);
    assertThat(key(Map.of(WorkshopSecret.NAME, "another, and long too")).secret())
        .isNotEqualTo(key.secret());
    assertThat(key).asString().doesNotContain("wsa_");
  }

  @Test
  void isWhatTheEnvironmentOrTheFileSays() throws Exception {
    Files.writeString(root.resolve(".env"), AdminKey.NAME + "=one in the file, long\n");

    assertThat(key(Map.of()).secret().reveal()).isEqualTo("one in the file, long");
    assertThat(key(Map.of(AdminKey.NAME, "another, and long too")).secret().reveal())
        .isEqualTo("another, and long too");
  }

  @Test
  void isRefusedWhereItIsShortAndNotRepeated() {
    assertThatThrownBy(() -> key(Map.of(AdminKey.NAME, "hunter2")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(AdminKey.NAME + " (from the environment)")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void twoCheckoutsHaveDifferentKeysByDefault(@TempDir Path another) {
    Settings other = Settings.load(another, Map.of());

    assertThat(AdminKey.of(other, Map.of()).secret())
        .isNotEqualTo(key(Map.of()).secret())
        .isEqualTo(AdminKey.of(Settings.load(another, Map.of()), Map.of()).secret());
  }

  private AdminKey key(Map<String, String> environment) {
    return AdminKey.of(Settings.load(root, environment), environment);
  }
}
