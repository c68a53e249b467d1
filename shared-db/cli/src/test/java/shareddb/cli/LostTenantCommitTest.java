package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;
import shareddb.cli.lost.CommitLosingProxy;
import shareddb.cli.lost.CommitLosingProxy.Loss;

/** Commands on tenants, of whose statements the commit or its answer is lost. */
@Tag("long")
class LostTenantCommitTest extends TenantsCase {

  private static final Loss ANSWER = new Loss.OfTheAnswer("COMMIT");
  private static final Loss REQUEST = new Loss.OfTheRequest("COMMIT");

  private CommitLosingProxy proxy;
  private Tool lossy;

  @BeforeEach
  void proxy() throws SQLException {
    proxy = CommitLosingProxy.before(db.admin().host(), db.admin().port());
    lossy = tool.with("POSTGRES_PORT", String.valueOf(proxy.port()));
    tenants();
  }

  @AfterEach
  void close() throws IOException {
    assertThat(proxy.hasStruck()).as("nothing was lost").isTrue();
    proxy.close();
  }

  @Test
  void aTenantThatWasMadeIsToldWithItsKey() throws SQLException {
    int number = 0;
    for (Loss loss : new Loss[] {ANSWER, REQUEST}) {
      for (String part : new String[] {"CREATE SCHEMA", "SET status = 'active'"}) {
        String name = "lost" + ++number;
        proxy.lose(loss).behind(part);
        Tool.Run add = lossy.run("tenants", "add", name, "--domain", name + ".example.com");
        assertThat(add.exit()).as(loss + " " + part + add.all()).isEqualTo(ExitCode.DONE);
        assertThat(add.out()).contains("tenant " + name + " of type standard", "key:  wsk_");
        assertThat(proxy.hasStruck()).isTrue();
        assertThat(rows("SELECT body FROM \"" + schema(name) + "\".notes")).hasSize(1);
      }
    }
  }

  @Test
  void aTenantOfWhichNothingIsKnownCanBeAddedAgain() {
    proxy.lose(ANSWER).behind("SET status = 'active'").andRefuse();
    Tool.Run add = lossy.run("tenants", "add", "lost", "--domain", "lost.example.com");
    assertNotKnown(add);
    assertThat(tool.run("tenants", "add", "lost", "--domain", "lost.example.com").out())
        .contains("tenant lost of type standard is there already");
  }

  @Test
  void tenantsThatAreUpgradedAreToldAsTheyAre() throws IOException, SQLException {
    tenants("one", "two", "three");
    migration("9__color", color(), dropColor());
    proxy.lose(ANSWER).behind("ADD COLUMN color");
    Tool.Run up = lossy.run("upgrade", "07/tenant");
    assertThat(up.exit()).as(up.all()).isEqualTo(ExitCode.DONE);
    assertThat(up.out()).contains("3 tenants → 9");
    proxy.lose(REQUEST).behind("DROP COLUMN color");
    Tool.Run down = lossy.run("downgrade", "07/tenant", "--target", "1");
    assertThat(down.exit()).as(down.all()).isEqualTo(ExitCode.DONE);
    assertThat(versions()).containsExactly("1", "1", "1");
  }

  @Test
  void aTenantWhoseCommitIsLostStandsAsUnknownInTheJournal() throws IOException, SQLException {
    tenants("one");
    migration("9__color", color(), dropColor());
    unknownThen("upgrade", "07/tenant");
    assertThat(tool.run("upgrade", "07/tenant").err())
        .contains("run 2 was stopped with 1 of its targets open, of which 1 were done");
    assertThat(tool.run("tenants", "run", "2").out()).contains("done").doesNotContain("unknown");
    assertThat(versions()).containsExactly("9");
  }

  @Test
  void aTenantThatIsUpgradedStepByStepStandsAsUnknownInTheJournal()
      throws IOException, SQLException {
    tenants("one");
    String index = "CREATE INDEX CONCURRENTLY by_body ON \"${flyway:defaultSchema}\".notes (body);";
    migration("9__color", color(), dropColor());
    migration("10__index", index, "DROP INDEX \"${flyway:defaultSchema}\".by_body;");
    unknownThen("upgrade", "07/tenant");
    assertThat(tool.run("upgrade", "07/tenant").exit()).isEqualTo(ExitCode.DONE);
    assertThat(versions()).containsExactly("9");
  }

  private void unknownThen(String... command) {
    proxy.lose(ANSWER).behind("ADD COLUMN color").andRefuse();
    Tool.Run lost = lossy.run(command);
    proxy.calm();
    assertThat(lost.exit()).as(lost.all()).isEqualTo(ExitCode.FAILED);
    assertThat(lost.err())
        .contains("it is not known", "one", "next:  ./db ")
        .doesNotContain("nothing was changed", "none of them half-way");
    Tool.Run shown = tool.run("tenants", "run", "2");
    assertThat(shown.out()).contains("unknown: it is not known");
    assertThat(shown.err()).contains("next:  ./db tenants status 07_test_tenants");
  }

  @Test
  void aTenantIsRemovedThoughNoAnswerComes() throws SQLException {
    int number = 0;
    for (String tag : new String[] {"UPDATE", "DROP TABLE", "DROP SCHEMA", "DELETE"}) {
      String name = "gone" + ++number;
      tenants(name);
      proxy
          .lose(new Loss.OfTheAnswer(tag))
          .behind(tag + ("UPDATE DELETE".contains(tag) ? " " : ""));
      Tool.Run removed = lossy.run("tenants", "remove", name, "--yes", name);
      assertThat(removed.exit()).as(tag + removed.all()).isEqualTo(ExitCode.DONE);
      assertThat(removed.out()).contains("tenant " + name + " is removed", "to get back:");
      assertThat(proxy.hasStruck()).as(tag).isTrue();
    }
    assertThat(versions()).isEmpty();
  }

  @Test
  void aRemovalOfWhichNothingIsKnownKeepsItsSnapshot() throws SQLException {
    tenants("gone");
    proxy.lose(new Loss.OfTheAnswer("DROP SCHEMA")).andRefuse();
    assertNotKnown(lossy.run("tenants", "remove", "gone", "--yes", "gone"));
    assertThat(tool.run("snapshots", "07/tenant").out()).contains("-remove");
    assertThat(tool.run("tenants", "remove", "gone", "--yes", "gone").out())
        .contains("tenant gone is removed", "to get back:");
  }

  @Test
  void aTenantThatIsSuspendedIsSaidToBeSo() throws SQLException {
    tenants("quiet");
    proxy.lose(new Loss.OfTheAnswer("UPDATE 1")).behind("tenant_registry\" SET status");
    Tool.Run suspended = lossy.run("tenants", "suspend", "quiet");
    assertThat(suspended.exit()).as(suspended.all()).isEqualTo(ExitCode.DONE);
    assertThat(suspended.out()).contains("tenant quiet");
  }

  private void assertNotKnown(Tool.Run run) {
    proxy.calm();
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("it is not known whether", "the same command again")
        .doesNotContain("nothing was changed", "rolled back", "as before");
  }
}
