package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.DomainName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.provision.TenantTypes;
import shareddb.web.problem.InvalidRequest;

/** The body that makes a tenant. */
record NewTenant(
    @NotBlank
        @Size(max = 40)
        @JsonPropertyDescription("A small letter, then small letters, digits and underscores.")
        String name,
    @NotBlank
        @Size(max = 253)
        @JsonPropertyDescription("The host that its requests go to, in small letters.")
        String domain,
    @NotBlank
        @Size(max = 63)
        @JsonPropertyDescription("The folder of its first data; null for the standard.")
        @Nullable String type,
    @NotBlank
        @Size(max = 40)
        @JsonPropertyDescription("The server of its own database; null for the emptiest one.")
        @Nullable String server) {

  static final NewTenant EXAMPLE = new NewTenant("north", "north.example.org", "standard", null);

  /** Refuses a field that does not fit, in the words of the command line. */
  TenantRequest request(TenantTypes types) {
    check("name", () -> new TenantName(name));
    check("domain", () -> new DomainName(domain));
    String wanted = type == null ? TenantTypes.STANDARD : type;
    if (!types.names().contains(wanted)) {
      throw InvalidRequest.field("type", "is none of " + String.join(", ", types.names()));
    }
    return new TenantRequest(name, domain, wanted, Optional.ofNullable(server));
  }

  private static void check(String field, Runnable name) {
    try {
      name.run();
    } catch (InvalidName e) {
      throw InvalidRequest.field(field, "does not fit: " + e.getMessage());
    }
  }
}
