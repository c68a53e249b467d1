package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.DomainName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.provision.TenantTypes;
import shareddb.web.Field;
import shareddb.web.ProblemException;
import shareddb.web.Text;

/** What somebody says to make a tenant. */
record NewTenant(
    @Text(max = 40, blank = false)
        @JsonPropertyDescription("A small letter, then small letters, digits and underscores.")
        String name,
    @Text(max = 253, blank = false)
        @JsonPropertyDescription("The host by which its requests come, in small letters.")
        String domain,
    @Text(max = 63, blank = false)
        @JsonPropertyDescription("The folder of seed data that it begins with; else the standard.")
        Field<@Nullable String> type,
    @Text(max = 40, blank = false)
        @JsonPropertyDescription("The server of its own database; else the one with the fewest.")
        Field<@Nullable String> server) {

  /** Says of a field what is wrong with it, as the command line does. */
  TenantRequest wish(TenantTypes types) {
    check("name", () -> new TenantName(name));
    check("domain", () -> new DomainName(domain));
    String given = type.orElse(null);
    String wanted = given == null ? TenantTypes.STANDARD : given;
    if (!types.names().contains(wanted)) {
      throw ProblemException.invalidField("type", "is none of " + String.join(", ", types.names()));
    }
    return new TenantRequest(name, domain, wanted, Optional.ofNullable(server.orElse(null)));
  }

  private static void check(String field, Runnable name) {
    try {
      name.run();
    } catch (InvalidName e) {
      throw ProblemException.invalidField(field, "does not fit: " + e.getMessage());
    }
  }
}
