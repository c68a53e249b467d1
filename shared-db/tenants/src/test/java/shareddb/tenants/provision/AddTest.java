package shareddb.tenants.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.TenantName;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.journal.JournalEntry;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.TenantFixture;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantStatus;
import shareddb.testing.TestDatabase;

final class AddTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  private TenantFixture fixture;
  private Tenants tenants;

  @BeforeEach
  void noTenants() throws SQLException {
    fixture = TenantFixture.in(temporary, db.admin());
    tenants = fixture.tenants();
  }

  @Test
  void aNewTenantIsWholeAndActiveAndOnlyTheHashOfItsKeyIsKept() throws SQLException {
    AddTenantResult.Added added = (AddTenantResult.Added) add("whole", "whole.test", "trial");

    assertThat(added.tenant().status()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(added.key().value()).matches("wsk_[A-Za-z0-9_-]{43}");
    assertThat(added.key().toString()).isEqualTo("wsk_…");
    assertThat(hash("whole")).isEqualTo(added.key().hash()).matches("[0-9a-f]{64}");
    assertThat(notes("whole")).isEqualTo("welcome; to your trial!");
    assertThat(
            fixture.text(
                """
                SELECT coalesce(to_jsonb(members) ->> 'inherit_option', 'false') || ' '
                       || coalesce(to_jsonb(members) ->> 'set_option', 'true')
                FROM pg_auth_members AS members
                WHERE roleid = '"07_tenant_whole_api"'::regrole
                  AND member = '"07_test_tenants_api"'::regrole
                """))
        .isEqualTo("false true");
    assertThat(newest().operation()).isEqualTo("add");
    assertThat(newest().schema().value()).isEqualTo("07_tenant_whole");
    assertThat(newest().error()).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidAtOnce() throws SQLException {
    assertThat(((AddTenantResult.Refused) add("Wrong", "Wrong:80", "trail")).problems())
        .satisfiesExactly(
            name -> assertThat(name).contains("tenant name \"Wrong\" is refused"),
            domain -> assertThat(domain).contains("domain \"Wrong:80\" is refused"),
            type -> assertThat(type).contains("no type \"trail\"; did you mean trial?"));
    assertThat(tenants.registry().counts().values()).containsOnly(0L);
  }

  @Test
  void whoseNameOrDomainIsTakenHearsByWhom() throws SQLException {
    add("first", "first.test", "standard");
    String hash = hash("first");
    assertThat(add("first", "first.test", "standard"))
        .isInstanceOf(AddTenantResult.AlreadyThere.class);
    assertThat(add("first", "second.test", "standard"))
        .isEqualTo(refused("there is a tenant first already, at first.test"));
    assertThat(add("second", "first.test", "standard"))
        .isEqualTo(refused("domain first.test is that of tenant first"));
    fixture.run("UPDATE " + fixture.table() + " SET tenant_name = 'renamed'");
    assertThat(add("first", "second.test", "standard"))
        .isEqualTo(refused("schema \"07_tenant_first\" is that of tenant renamed"));
    assertThat(hash("renamed")).isEqualTo(hash);
  }

  @Test
  void aSchemaThatIsNobodysIsNobodysNewOne() throws SQLException {
    fixture.run("CREATE SCHEMA \"07_tenant_orphan\"");
    assertThat(add("orphan", "orphan.test", "standard"))
        .isEqualTo(
            refused(
                "schema \"07_tenant_orphan\" is there already, and no tenant's: look what it is"));
    assertThat(tenants.registry().find(new TenantName("orphan"))).isEmpty();
  }

  @Test
  void badOnesDoNotStopGoodOnesAndDoublesAreFound() throws SQLException {
    List<AddTenantResult> results =
        tenants.addAll(
            List.of(
                wish("good"),
                wish("Bad"),
                new TenantRequest("other", "good.test", "standard"),
                wish("good"),
                new TenantRequest("better", "better.test", "trial")),
            KeyReceiver.NONE);
    assertThat(results)
        .satisfiesExactly(
            good -> assertThat(good).isInstanceOf(AddTenantResult.Added.class),
            bad -> assertThat(bad).isInstanceOf(AddTenantResult.Refused.class),
            other ->
                assertThat(other).isEqualTo(refused("domain good.test is that of tenant good")),
            twice -> assertThat(twice).isInstanceOf(AddTenantResult.AlreadyThere.class),
            better -> assertThat(better).isInstanceOf(AddTenantResult.Added.class));
    assertThat(newest().operation()).isEqualTo("add 2 tenants");
  }

  @Test
  void whatATypeCannotBeginWithFailsThatOneWholeAndIsGoneOnWith() throws SQLException {
    fixture.write("types/trial/3_broken.sql", "INSERT INTO notes (body) VALUES (NULL);");
    List<AddTenantResult> results =
        tenants.addAll(
            List.of(
                wish("lucky1"),
                new TenantRequest("broken", "broken.test", "trial"),
                wish("lucky2")),
            KeyReceiver.NONE);
    assertThat(results)
        .hasExactlyElementsOfTypes(
            AddTenantResult.Added.class, AddTenantResult.Failed.class, AddTenantResult.Added.class);
    assertThat(((AddTenantResult.Failed) results.get(1)).reason())
        .contains(
            "what a tenant of type trial begins with: null value in column \"body\"", "23502");
    assertThat(tenants.registry().find(new TenantName("broken")).orElseThrow())
        .satisfies(
            tenant -> {
              assertThat(tenant.status()).isEqualTo(TenantStatus.FAILED);
              assertThat(tenant.failure())
                  .hasValueSatisfying(why -> assertThat(why).contains("null"));
            });
    assertThat(notes("broken")).isEqualTo("no row");
    assertThat(newest().error()).contains("1 of 3 did not become whole");

    fixture.write("types/trial/3_broken.sql", "SELECT 1;");
    AddTenantResult.Added added = (AddTenantResult.Added) add("broken", "broken.test", "trial");
    assertThat(added.tenant().failure()).isEmpty();
    assertThat(notes("broken")).isEqualTo("welcome; to your trial!");
    assertThat(hash("broken")).isEqualTo(added.key().hash());
  }

  @Test
  void aSeedThatWouldEndTheTransactionIsNotRun() throws SQLException {
    fixture.write("types/trial/3_ends.sql", "COMMIT; SELECT 1 / 0;");
    assertThat(((AddTenantResult.Failed) add("ends", "ends.test", "trial")).reason())
        .contains("3_ends.sql cannot be part of one transaction");
    assertThat(notes("ends")).isEqualTo("no row");
  }

  @Test
  void aMigrationThatFailsIsToldByTheTenant() throws SQLException {
    fixture.write("migrations/tenant/V2__broken.sql", "SELECT 1 / 0;");
    assertThat(((AddTenantResult.Failed) add("unbuilt", "unbuilt.test", "standard")).reason())
        .contains("V2__broken.sql: division by zero");
    fixture.write("migrations/tenant/V2__broken.sql", "SELECT 1;");
    assertThat(add("unbuilt", "unbuilt.test", "standard"))
        .isInstanceOf(AddTenantResult.Added.class);
  }

  @Test
  void whoIsKilledInBetweenIsGoneOnWithAndHasItsKeysBefore() throws SQLException {
    Map<TenantName, TenantKey> received = new HashMap<>();
    assertThatThrownBy(
            () ->
                tenants.addAll(
                    List.of(wish("killed")),
                    keys -> {
                      received.putAll(keys);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(received.values()).extracting(TenantKey::hash).containsExactly(hash("killed"));
    assertThat(tenants.registry().counts()).containsEntry(TenantStatus.PROVISIONING, 1L);
    assertThat(notes("killed")).isEqualTo("no row");

    AddTenantResult.Added added = (AddTenantResult.Added) add("killed", "killed.test", "standard");
    assertThat(hash("killed")).isEqualTo(added.key().hash());
    assertThat(notes("killed")).isEqualTo("welcome");
  }

  @Test
  void twoAtOnceMakeEachTenantOnce() throws Exception {
    List<TenantRequest> wishes = IntStream.range(0, 8).mapToObj(i -> wish("both" + i)).toList();
    CompletableFuture<List<AddTenantResult>> other =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return fixture.tenants().addAll(wishes.reversed(), KeyReceiver.NONE);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    List<AddTenantResult> ours = tenants.addAll(wishes, KeyReceiver.NONE);
    List<AddTenantResult> all = Stream.concat(ours.stream(), other.get().stream()).toList();

    assertThat(all).filteredOn(AddTenantResult.AlreadyThere.class::isInstance).hasSize(8);
    assertThat(all)
        .filteredOn(AddTenantResult.Added.class::isInstance)
        .hasSize(8)
        .allSatisfy(
            one -> {
              AddTenantResult.Added added = (AddTenantResult.Added) one;
              String name = added.tenant().name().value();
              assertThat(hash(name)).isEqualTo(added.key().hash());
              assertThat(notes(name)).isEqualTo("welcome");
            });
  }

  private AddTenantResult add(String name, String domain, String type) throws SQLException {
    return tenants.add(new TenantRequest(name, domain, type));
  }

  private static TenantRequest wish(String name) {
    return new TenantRequest(name, name + ".test", "standard");
  }

  private static AddTenantResult refused(String problem) {
    return new AddTenantResult.Refused(List.of(problem));
  }

  private JournalEntry newest() throws SQLException {
    return new Journal(db.admin()).newest(List.of(), 1).getFirst();
  }

  private String hash(String name) throws SQLException {
    return fixture.text(
        "SELECT api_key_hash FROM " + fixture.table() + " WHERE tenant_name = '" + name + "'");
  }

  private String notes(String name) throws SQLException {
    return fixture.text("SELECT body FROM \"07_tenant_" + name + "\".notes ORDER BY id");
  }
}
