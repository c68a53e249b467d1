package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body that removes a tenant. It repeats the name, so that no tenant goes by a slip. */
record TenantRemoval(
    @NotBlank @Size(max = 63) @JsonPropertyDescription("The tenant's name, once more.")
        String name) {

  static final TenantRemoval EXAMPLE = new TenantRemoval("north");
}
