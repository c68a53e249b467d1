package shareddb.tenants.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.TenantName;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.journal.JournalEntry;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.Restore;
import shareddb.migrate.snapshot.RestoreResult;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.registry.TenantFixture;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantStatus;
import shareddb.testing.TestDatabase;

final class TenantsTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final TenantName ACME = new TenantName("acme");
  private static final TenantName NOBODY = new TenantName("nobody");

  @TempDir private Path temporary;

  private TenantFixture fixture;
  private Tenants tenants;
  private TenantKey key;

  @BeforeEach
  void acme() throws SQLException {
    fixture = TenantFixture.in(temporary, db.admin());
    fixture.run("DROP SCHEMA IF EXISTS \"07_tenant_acme\" CASCADE");
    tenants = fixture.tenants();
    AddTenantResult added = tenants.add(new TenantRequest("acme", "acme.test", "standard"));
    key = ((AddTenantResult.Added) added).key();
  }

  @Test
  void whoIsSuspendedIsResumed() throws SQLException {
    assertThat(tenants.suspend(ACME))
        .isInstanceOfSatisfying(
            SuspendResult.Suspended.class,
            done -> assertThat(done.tenant().status()).isEqualTo(TenantStatus.SUSPENDED));
    assertThat(tenants.suspend(ACME)).isInstanceOf(SuspendResult.AlreadySo.class);
    assertThat(tenants.add(new TenantRequest("acme", "acme.test", "standard")))
        .isInstanceOf(AddTenantResult.AlreadyThere.class);
    assertThat(tenants.resume(ACME))
        .isInstanceOfSatisfying(
            ResumeResult.Resumed.class,
            done -> assertThat(done.tenant().status()).isEqualTo(TenantStatus.ACTIVE));
    assertThat(tenants.resume(ACME)).isInstanceOf(ResumeResult.AlreadySo.class);
    assertThat(journal()).startsWith("resume 1 1", "suspend 1 1", "add 0 1");
    assertThat(tenants.suspend(NOBODY)).isEqualTo(new SuspendResult.Unknown(NOBODY));
    assertThat(tenants.resume(NOBODY)).isEqualTo(new ResumeResult.Unknown(NOBODY));
  }

  @Test
  void whoNeverBecameWholeIsGoneOnWith() throws SQLException {
    status("failed");
    assertThat(tenants.suspend(ACME)).isInstanceOf(SuspendResult.NotActive.class);
    fixture.run("DELETE FROM \"07_tenant_acme\".notes");
    assertThat(tenants.resume(ACME))
        .isInstanceOfSatisfying(
            ResumeResult.GoneOnWith.class,
            on -> assertThat(on.result()).isInstanceOf(AddTenantResult.Added.class));
    assertThat(fixture.text("SELECT count(*) FROM \"07_tenant_acme\".notes")).isEqualTo("1");
  }

  @Test
  void anOldKeyCountsNoMore() throws SQLException {
    RotateResult.Rotated rotated = (RotateResult.Rotated) tenants.rotateKey(ACME);
    assertThat(rotated.key()).isNotEqualTo(key);
    assertThat(fixture.text("SELECT api_key_hash FROM " + fixture.table()))
        .isEqualTo(rotated.key().hash());
    assertThat(tenants.rotateKey(NOBODY)).isEqualTo(new RotateResult.Unknown(NOBODY));
    assertThat(journal()).startsWith("rotate-key 1 1");
  }

  @Test
  void whoIsRemovedLeavesNothingButASnapshotThatBringsItBack() throws SQLException {
    fixture.run("INSERT INTO \"07_tenant_acme\".notes (body) VALUES ('precious')");

    RemoveResult.Removed removed = (RemoveResult.Removed) remove(ACME);

    assertThat(tenants.registry().find(ACME)).isEmpty();
    assertThat(fixture.text("SELECT 1 FROM pg_namespace WHERE nspname = '07_tenant_acme'"))
        .isEqualTo("no row");
    assertThat(fixture.text("SELECT 1 FROM pg_roles WHERE rolname = '07_tenant_acme_api'"))
        .isEqualTo("no row");
    assertThat(journal()).startsWith("remove 1 0");
    assertThat(remove(ACME)).isEqualTo(new RemoveResult.Unknown(ACME));

    Snapshot kept = removed.kept().orElseThrow();
    tenants.add(new TenantRequest("acme", "acme.test", "trial"));
    assertThat(
            Restore.run(
                tenants.snapshots(),
                fixture.module().tenant(),
                tenants.registry().target(removed.tenant()),
                kept,
                false,
                (table, rows) -> {},
                UnrecordedListener.SILENT))
        .isInstanceOf(RestoreResult.Restored.class);
    assertThat(
            fixture.text("SELECT string_agg(body, ',' ORDER BY id) FROM \"07_tenant_acme\".notes"))
        .isEqualTo("welcome,precious");
  }

  @Test
  void whoeverUsesItIsNamedAndTheSameAgainGoesOn() throws SQLException {
    try (Connection user = db.connect();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("SELECT FROM \"07_tenant_acme\".notes");
      Tenants impatient =
          new Tenants(tenants.registry(), tenants.snapshots(), Duration.ofMillis(50));
      assertThat(impatient.remove(ACME, (table, rows) -> {}))
          .isInstanceOfSatisfying(
              RemoveResult.InTheWay.class,
              blocked -> assertThat(blocked.who()).contains("idle in transaction"));
      user.rollback();
    }
    assertThat(tenants.registry().find(ACME).orElseThrow().status())
        .isEqualTo(TenantStatus.REMOVING);
    assertThat(tenants.resume(ACME)).isInstanceOf(ResumeResult.NotHere.class);
    assertThat(tenants.rotateKey(ACME)).isInstanceOf(RotateResult.NotHere.class);
    assertThat(tenants.add(new TenantRequest("acme", "acme.test", "standard")))
        .isEqualTo(new AddTenantResult.Refused(List.of("tenant acme is being removed")));
    assertThat(remove(ACME)).isInstanceOf(RemoveResult.Removed.class);
  }

  @Test
  void whatIsHalfDroppedIsDroppedAndKeepsTheSnapshotThatWasWhole() throws SQLException {
    try (Connection user = db.connect();
        Statement statement = user.createStatement()) {
      fixture.run(manyTables(60));
      fixture.run("INSERT INTO \"07_tenant_acme\".a60 VALUES (60)");
      user.setAutoCommit(false);
      statement.execute("SELECT FROM \"07_tenant_acme\".a60");
      Tenants impatient =
          new Tenants(tenants.registry(), tenants.snapshots(), Duration.ofMillis(50));
      impatient.remove(ACME, (table, rows) -> {});
      user.rollback();
    }
    assertThat(fixture.text("SELECT to_regclass('\"07_tenant_acme\".a01')")).isEqualTo("null");

    RemoveResult.Removed removed = (RemoveResult.Removed) remove(ACME);

    assertThat(removed.kept().orElseThrow().manifest().data())
        .hasSize(61)
        .filteredOn(table -> table.rows() > 0)
        .extracting(table -> table.table())
        .containsExactlyInAnyOrder("notes", "a60");
  }

  private static String manyTables(int count) {
    return """
    DO $$ BEGIN
        FOR i IN 1..%d LOOP
            EXECUTE format('CREATE TABLE "07_tenant_acme".a%%s (id int)', lpad(i::text, 2, '0'));
        END LOOP;
    END $$
    """
        .formatted(count);
  }

  private RemoveResult remove(TenantName name) throws SQLException {
    return tenants.remove(name, (table, rows) -> {});
  }

  private void status(String status) throws SQLException {
    fixture.run("UPDATE " + fixture.table() + " SET status = '" + status + "'");
  }

  private List<String> journal() throws SQLException {
    return new Journal(db.admin()).newest(List.of(), 5).stream().map(TenantsTest::line).toList();
  }

  private static String line(JournalEntry entry) {
    return entry.operation() + " " + entry.from() + " " + entry.to();
  }
}
