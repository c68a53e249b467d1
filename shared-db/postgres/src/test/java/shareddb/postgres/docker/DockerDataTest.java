package shareddb.postgres.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
class DockerDataTest {

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"17", "PG_VERSION", "data"})
  void refusesDataThatTheImageWouldLeaveAsideSilently(String found) throws IOException {
    Files.createDirectory(root.resolve(found));

    assertThat(new DockerData(root).otherVersion())
        .hasValueSatisfying(
            problem -> assertThat(problem.where()).isEqualTo(root.resolve(found).toString()));
  }

  @Test
  void takesDataOfThisVersionAndNone() throws IOException {
    assertThat(new DockerData(root).otherVersion()).isEmpty();
    Files.createDirectories(root.resolve("17/docker"));
    Files.createDirectories(root.resolve("18/docker"));
    assertThat(new DockerData(root).otherVersion()).isEmpty();
  }

  @Test
  void putsOnlyDataAsideThatNeverCameToLife() throws IOException {
    DockerData data = new DockerData(Files.createDirectory(root.resolve("pgdata")));
    data.begin();
    assertThat(data.isUnfinished()).isFalse();
    Files.createDirectory(data.folder().resolve("18"));
    assertThat(data.isUnfinished()).isTrue();

    assertThat(data.setAside().resolve("18")).isDirectory();
    assertThat(data.isUnfinished()).isFalse();

    Files.createDirectories(data.folder().resolve("18"));
    data.finished();
    data.begin();
    assertThat(data.isUnfinished()).isFalse();
  }
}
