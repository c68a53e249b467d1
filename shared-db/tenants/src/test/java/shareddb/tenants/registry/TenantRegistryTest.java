package shareddb.tenants.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.names.TenantName;
import shareddb.testing.TestDatabase;

final class TenantRegistryTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  private TenantFixture fixture;
  private TenantRegistry registry;

  @BeforeEach
  void sevenTenants() throws SQLException {
    fixture = TenantFixture.in(temporary, db.admin());
    registry = fixture.registry();
    fixture.run(
        """
        INSERT INTO %s (tenant_name, domain, schema_name, api_key_hash, status)
        SELECT 't' || i, 't' || i || '.test', '07_tenant_t' || i, repeat(i::text, 64),
               CASE i WHEN 2 THEN 'suspended' WHEN 3 THEN 'removing' ELSE 'active' END
        FROM generate_series(1, 7) AS i
        """
            .formatted(fixture.table()));
  }

  @Test
  void aTenantIsFoundByItsName() throws SQLException {
    assertThat(registry.find(new TenantName("t2")))
        .hasValueSatisfying(
            tenant -> {
              assertThat(tenant.domain()).isEqualTo("t2.test");
              assertThat(tenant.schema()).isEqualTo(new SchemaName("07_tenant_t2"));
              assertThat(tenant.status()).isEqualTo(TenantStatus.SUSPENDED);
              assertThat(tenant.type()).isEqualTo("standard");
            });
    assertThat(registry.find(new TenantName("t8"))).isEmpty();
    assertThat(registry.nearest("tt7")).contains("t7");
  }

  @Test
  void allComeByNameAndThoseOfOneStatusToo() throws SQLException {
    assertThat(names(Optional.empty())).containsExactly("t1", "t2", "t3", "t4", "t5", "t6", "t7");
    assertThat(names(Optional.of(TenantStatus.SUSPENDED))).containsExactly("t2");
    assertThat(registry.page(Optional.of(TenantStatus.ACTIVE), name("t1"), 3))
        .extracting(tenant -> tenant.name().value())
        .containsExactly("t4", "t5", "t6");
    assertThat(registry.counts())
        .containsEntry(TenantStatus.ACTIVE, 5L)
        .containsEntry(TenantStatus.FAILED, 0L)
        .containsOnlyKeys(TenantStatus.values());
  }

  @Test
  void theFleetIsAllButThoseThatGo() throws SQLException {
    assertThat(registry.members().all())
        .extracting(member -> member + " " + member.target().schema())
        .hasSize(6)
        .contains("t2 07_tenant_t2")
        .doesNotContain("t3 07_tenant_t3");
    assertThat(registry.members().couldBeOne(new SchemaName("07_tenant_lost"))).isTrue();
    assertThat(registry.members().couldBeOne(fixture.module().sharedSchema())).isFalse();
    assertThat(registry.members().couldBeOne(new SchemaName("08_tenant_lost"))).isFalse();
  }

  @Test
  void whereTheSharedSchemaIsNotThereItSaysSo() throws SQLException {
    fixture.run("DROP SCHEMA " + fixture.module().sharedSchema().quoted() + " CASCADE");
    assertThatThrownBy(registry::counts)
        .isInstanceOf(MissingRegistry.class)
        .hasMessageContaining("\"07_test_tenants\"");
  }

  private static Optional<TenantName> name(String name) {
    return Optional.of(new TenantName(name));
  }

  private List<String> names(Optional<TenantStatus> status) throws SQLException {
    List<String> names = new ArrayList<>();
    registry.each(status, tenant -> names.add(tenant.name().value()));
    return names;
  }
}
