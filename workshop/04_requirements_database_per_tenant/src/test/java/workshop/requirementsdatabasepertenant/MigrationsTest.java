package workshop.requirementsdatabasepertenant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.track.Version;
import shareddb.testing.TestDatabase;
import workshop.requirements.suite.tenants.TenantTracksSuite;

/** The suite of the two tracks, on this module's. */
@Tag("long")
class MigrationsTest extends TenantTracksSuite {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  MigrationsTest() {
    super(db, "04_requirements_database_per_tenant");
  }

  @Override
  protected String register(Version version) {
    return """
    INSERT INTO tenant_registry (tenant_name, domain, database_name, schema_name, api_key_hash)
    VALUES ('t%1$s', 't%1$s.org', 't%1$s', 't%1$s', md5('%1$s') || md5('%1$s'))
    """
        .formatted(version);
  }
}
