package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.cli.lost.CommitLosingProxy;
import shareddb.cli.lost.CommitLosingProxy.Loss;
import shareddb.testing.TestDatabase;

/** A relocation whose COMMIT or its answer is lost, in the workshop's own checkout. */
@Tag("long")
class LostMoveCommitTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void itIsToldAsItCameOut() throws IOException, SQLException {
    Tool inFolder = Tool.in(temporary, db.admin());
    Tool tool = new Tool(TestDatabase.checkout(), inFolder.environment(), inFolder.streams());
    assertThat(tool.run("upgrade", "02").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "03").exit()).isEqualTo(ExitCode.DONE);
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO \"02_requirements_shared_schema\".projects (name) VALUES ('Shed')");
    }
    String[] move = {"move", "--from", "02", "--to", "03", "--project", "1"};
    try (CommitLosingProxy proxy = CommitLosingProxy.before(db.admin().host(), db.admin().port())) {
      Tool lossy = tool.with("POSTGRES_PORT", String.valueOf(proxy.port()));
      proxy.lose(new Loss.OfTheRequest("COMMIT")).behind("SET status = $1, moved_to");
      Tool.Run back = lossy.run(move);
      assertThat(proxy.hasStruck()).isTrue();
      assertThat(back.exit()).as(back.all()).isEqualTo(ExitCode.FAILED);
      assertThat(back.err()).contains("has not moved, and is served as before");

      proxy.lose(new Loss.OfTheAnswer("COMMIT")).behind("SET status = $1, moved_to");
      Tool.Run moved = lossy.run(move);
      assertThat(proxy.hasStruck()).isTrue();
      assertThat(moved.exit()).as(moved.all()).isEqualTo(ExitCode.DONE);
      assertThat(moved.out()).contains("tenant shed of 03", "key:  wsk_");
      assertThat(tool.run(move).out()).contains("already");

      try (Connection connection = db.admin().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "INSERT INTO \"02_requirements_shared_schema\".projects (name) VALUES ('Hut')");
      }
      String[] another = {"move", "--from", "02", "--to", "03", "--project", "2"};
      proxy.lose(new Loss.OfTheAnswer("COMMIT")).behind("SET status = $1, moved_to").andRefuse();
      Tool.Run unknown = lossy.run(another);
      proxy.calm();
      assertThat(unknown.exit()).as(unknown.all()).isEqualTo(ExitCode.FAILED);
      assertThat(unknown.err())
          .contains("it is not known whether project 2", "./db move --from 02 --to 03 --project 2")
          .doesNotContain("has not moved", "as before", "--abort");
      Tool.Run again = tool.run(another);
      assertThat(again.out()).contains("already");
      assertThat(again.all())
          .contains("./db tenants rotate-key hut")
          .doesNotContain("was shown when it moved");
    }
  }
}
