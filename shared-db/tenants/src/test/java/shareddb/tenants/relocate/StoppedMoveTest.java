package shareddb.tenants.relocate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.DomainName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;
import shareddb.base.names.Sha256;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.Servers;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.tenants.relocate.registry.RelocatedTenants;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** Moves that do not get to their end, or are not to begin. */
@Tag("long")
class StoppedMoveTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String TENANTS = "03_requirements_schema_per_tenant";

  private static RelocationFixture fixture;

  @BeforeAll
  static void modules() throws SQLException {
    fixture = RelocationFixture.in(db.admin());
  }

  @Test
  void whatCouldNotBeTakenAwayAtOnceIsTheNextTime() throws SQLException {
    begun(fixture.project("Half", 3), "half");
    abortBesideAReader("half");

    Leftover leftover = new Leftover(fixture.tenant("half"), RelocationFixture.PATIENCE);
    assertThat(leftover.abort()).isInstanceOf(Leftover.Result.Gone.class);
    assertThat(leftover.abort()).isEqualTo(new Leftover.Result.NothingThere(""));
  }

  @Test
  void whatWasToBeTakenAwayIsNotInTheWayOfTheNextTry() throws SQLException {
    long id = fixture.project("Again", 3);
    begun(id, "again");
    abortBesideAReader("again");

    assertThat(fixture.move(fixture.project(id), fixture.tenant("again")))
        .isInstanceOf(RelocationResult.Moved.class);
  }

  @Test
  void whoIsRemovedForAnotherReasonIsLeftToThat() throws SQLException {
    long id = fixture.project("Removed", 3);
    moved(id, "removed");
    long other = fixture.project("Newcomer", 3);
    Sql.run(
        db.admin(),
        "UPDATE \"%s\".tenant_registry SET status = 'removing' WHERE tenant_name = 'removed'"
            .formatted(TENANTS));

    assertThat(new Leftover(fixture.tenant("removed"), SHORT).abort())
        .isEqualTo(new Leftover.Result.NothingThere("removing"));
    assertThat(fixture.move(fixture.project(other), fixture.tenant("removed")))
        .isEqualTo(
            new RelocationResult.Refused(List.of("there is a tenant removed already: removing")));
  }

  @Test
  void whoHasMovedToOneTenantIsNotAnother() throws SQLException {
    long one = fixture.project("One", 3);
    moved(one, "one");
    moved(fixture.project("Other", 3), "other");

    assertThat(fixture.move(fixture.project(one), fixture.tenant("one")))
        .isInstanceOf(RelocationResult.ThereAlready.class);
    assertThat(fixture.move(fixture.project(one), fixture.tenant("other")))
        .isEqualTo(
            new RelocationResult.Refused(
                List.of(
                    "project %d of 02_requirements_shared_schema is moved: tenant one of %s"
                        .formatted(one, TENANTS))));
  }

  @Test
  void aPlanSaysThatTheNameIsTaken() throws SQLException {
    moved(fixture.project("Taken", 3), "taken");
    long other = fixture.project("Hopeful", 3);

    assertThat(RelocationPlan.of(fixture.project(other), fixture.tenant("taken")).obstacles())
        .containsExactly("there is a tenant taken already: active");
    assertThat(RelocationPlan.of(fixture.project(other), fixture.tenant("free")).obstacles())
        .isEmpty();
  }

  @Test
  void nobodyComesInThePlaceOfSomebodyElse() throws SQLException {
    long first = fixture.project("First", 3);
    begun(first, "wanted");

    assertThat(
            fixture.move(fixture.project(fixture.project("Second", 3)), fixture.tenant("wanted")))
        .isEqualTo(
            new RelocationResult.Refused(
                List.of(
                    "tenant wanted comes from %s already"
                        .formatted(fixture.project(first).label()))));
    moved(first, "wanted");

    moved(fixture.project("Third", 3), "third");
    new Leftover(fixture.project(first), RelocationFixture.PATIENCE).finish();
    assertThat(fixture.move(fixture.tenant("third"), fixture.project(first)))
        .isEqualTo(
            new RelocationResult.Refused(
                List.of(
                    "%s is that of tenant wanted of %s"
                        .formatted(fixture.project(first).label(), TENANTS))));
  }

  @Test
  void theJournalHasWhyAServerWasNotReached() throws SQLException {
    moved(fixture.project("Far", 3), "far");
    Login login = db.admin();
    ServerName gone = new ServerName("gone");
    TenantRegistry registry =
        new TenantRegistry(
            login,
            fixture.apart().module(),
            Servers.main(login)
                .with(
                    gone,
                    new Login(
                        "127.0.0.1",
                        1,
                        login.database(),
                        login.user(),
                        new Secret("none"),
                        login.parameters())));
    RelocationPlace far =
        new TenantPlace(
            registry,
            new RelocatedTenants(registry, SHORT)
                .expected(
                    new TenantName("far"),
                    new DomainName("far.example.org"),
                    "standard",
                    Optional.empty(),
                    Optional.of(gone)));

    assertThatThrownBy(() -> fixture.move(fixture.tenant("far"), far))
        .isInstanceOf(SQLException.class);

    assertThat(
            Sql.text(
                login,
                "SELECT error FROM "
                    + SchemaName.OF_THE_TOOL.quoted("operations")
                    + " WHERE schema_name = '03_tenant_far'"))
        .contains("refused");
  }

  private static void moved(long project, String tenant) throws SQLException {
    assertThat(fixture.move(fixture.project(project), fixture.tenant(tenant)))
        .isInstanceOf(RelocationResult.Moved.class);
  }

  /** As far as a relocation is when it is stopped early. */
  private static void begun(long project, String tenant) throws SQLException {
    fixture
        .tenant(tenant)
        .prepare(fixture.project(project), Sha256.of(tenant), RelocationFixture.PATIENCE);
  }

  private static void abortBesideAReader(String tenant) throws SQLException {
    try (Connection reader = db.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT FROM \"03_tenant_" + tenant + "\".groups");
      assertThat(new Leftover(fixture.tenant(tenant), SHORT).abort())
          .isInstanceOf(Leftover.Result.InTheWay.class);
      reader.rollback();
    }
  }
}
