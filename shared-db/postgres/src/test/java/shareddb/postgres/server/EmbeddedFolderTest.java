package shareddb.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static shareddb.postgres.server.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.base.jdbc.Query;
import shareddb.postgres.embedded.ClusterFailures;
import shareddb.postgres.embedded.Durability;
import shareddb.postgres.embedded.EmbeddedCluster;
import shareddb.postgres.embedded.EmbeddedFolder;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.ProgramRun;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.internal.ServerUser;

class EmbeddedFolderTest {

  private Checkout checkout;

  @BeforeEach
  void make() throws IOException {
    checkout = new Checkout();
  }

  @AfterEach
  void remove() throws IOException {
    checkout.close();
  }

  @Test
  void sweepsAwayWhatAKilledStartLeftHalfMade() throws IOException {
    EmbeddedFolder.of(new DataFolder(checkout.root()), ServerUser.of(checkout.root()))
        .made(ServerProgress.SILENT);
    Path halfMade = checkout.folder().resolve("making-1");
    Files.createDirectories(halfMade.resolve("base"));
    Files.writeString(halfMade.resolve("PG_VERSION"), "18\n");
    Path password = Files.writeString(checkout.folder().resolve("password-1"), "x");

    assertThat(checkout.start()).isInstanceOf(StartResult.Started.class);

    assertThat(halfMade).doesNotExist();
    assertThat(password).doesNotExist();
    assertThat(checkout.progress()).contains("making the data folder " + checkout.data());
  }

  @Test
  void endsTheInitdbThatGoesOnWithoutItsKilledCommand() throws Exception {
    Path folder =
        EmbeddedFolder.of(new DataFolder(checkout.root()), ServerUser.of(checkout.root()))
            .made(ServerProgress.SILENT);
    Path halfMade = Files.createDirectory(folder.resolve("making-1"));
    Process writer =
        new ProcessBuilder(
                "sh",
                "-c",
                "n=0; while :; do n=$((n + 1)); true > \"$0/$n\"; done",
                halfMade.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Await.until(() -> Files.exists(halfMade.resolve("1")));

      assertThat(checkout.start()).isInstanceOf(StartResult.Started.class);

      assertThat(writer.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(halfMade).doesNotExist();
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void letsNoOtherMachineInWhateverItsFilesSay() throws IOException, SQLException {
    checkout.start();
    checkout.stop();
    Files.writeString(
        checkout.data().resolve("postgresql.auto.conf"),
        "listen_addresses = '*'\n",
        StandardOpenOption.APPEND);

    assertThat(checkout.start()).isInstanceOf(StartResult.Started.class);

    try (Connection connection = checkout.settings().admin().connect()) {
      assertThat(Query.of(connection, "SHOW listen_addresses").<String>one(row -> row.getString(1)))
          .isEqualTo("127.0.0.1");
    }
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws IOException {
    Files.createDirectories(checkout.data());
    Files.writeString(checkout.data().resolve("PG_VERSION"), "17\n");
    ServerUser.of(checkout.root()).give(checkout.folder());

    assertRefused(checkout.start())
        .contains("the data is of PostgreSQL 17, and this is PostgreSQL 18")
        .contains("mv " + checkout.data());
    assertThat(Files.readString(checkout.data().resolve("PG_VERSION"))).isEqualTo("17\n");
  }

  @Test
  void refusesADataFolderThatIsAFile() throws IOException {
    Files.createDirectories(checkout.root().resolve("localdev"));
    Files.writeString(checkout.root().resolve("localdev/data"), "");

    assertRefused(checkout.start()).contains("data").contains(checkout.root().toString());
  }

  @Test
  void putsRootsDataOutsideWhereTheServersUserCannotEnter() throws IOException {
    assumeTrue(ServerUser.isRoot(), "an ordinary user's server runs as that user");
    DataFolder data = new DataFolder(checkout.root());
    data.makeOwn(data.path());
    Files.setPosixFilePermissions(checkout.root(), ServerFolders.permissions("rwx------"));
    try (Checkout outside = new Checkout()) {
      Path folder =
          new EmbeddedFolder(data, ServerUser.of(checkout.root()), outside.root().resolve("lib"))
              .made(checkout.progress()::add);

      assertThat(checkout.folder()).isSymbolicLink();
      assertThat(folder.getParent()).isEqualTo(outside.root().resolve("lib"));
      assertThat(checkout.progress()).anyMatch(line -> line.contains("cannot enter"));
      assertThat(Files.getPosixFilePermissions(checkout.root()))
          .isEqualTo(ServerFolders.permissions("rwx------"));
    } finally {
      Files.delete(checkout.folder());
    }
  }

  @Test
  void refusesAFolderThatItsUserMayNotWrite() throws IOException {
    Files.createDirectories(checkout.folder());
    Files.setPosixFilePermissions(checkout.folder(), ServerFolders.permissions("r-xr-xr-x"));

    assertRefused(checkout.start()).contains("not enough rights on the data folder");
  }

  @Test
  void tellsAFullDiskFromOtherFailures() {
    EmbeddedCluster cluster =
        new EmbeddedCluster(
            checkout.root(),
            checkout.root(),
            new ServerUser("nobody", List.of(), false),
            Durability.NONE);
    ServerProblem full =
        ClusterFailures.ofInitdb(
            cluster,
            new ProgramRun.Outcome(
                1, "initdb: error: could not write to file: No space left on device"));

    assertThat(full.what()).isEqualTo("the disk is full");
    assertThat(full.numbers()).endsWith(" MB free");
    assertThat(ClusterFailures.ofInitdb(cluster, new ProgramRun.Outcome(1, "boom")).line())
        .contains("boom", "exit code 1");
  }
}
