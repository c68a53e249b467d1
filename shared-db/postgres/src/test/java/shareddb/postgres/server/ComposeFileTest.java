package shareddb.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.docker.DockerServer;

/** The compose file and the tool must mean the same server. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void saysTheImageContainerAndFolderThatTheToolSays() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docker-compose.yml")))
        .contains("  " + DockerServer.SERVICE + ":\n")
        .contains("image: " + DockerServer.image() + "\n")
        .contains("container_name: " + ServerKind.DOCKER_CONTAINER + "\n")
        .contains("- ./localdev/data/" + DockerServer.DATA + ":/var/lib/postgresql\n");
  }

  @Test
  void hasTheDefaultsThatTheSettingsHave() throws IOException {
    Login admin = Settings.load(Path.of("/nowhere"), Map.of()).admin();

    assertThat(Files.readString(ROOT.resolve("docker-compose.yml")))
        .contains("${POSTGRES_USER:-" + admin.user() + "}")
        .contains("${POSTGRES_PASSWORD:-" + admin.password().reveal() + "}")
        .contains("${POSTGRES_DB:-" + admin.database() + "}")
        .contains("\"127.0.0.1:${POSTGRES_PORT:-" + admin.port() + "}:5432\"");
  }
}
