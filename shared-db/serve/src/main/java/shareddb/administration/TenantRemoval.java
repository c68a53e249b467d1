package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import shareddb.web.Text;

/** What somebody says to remove a tenant, so that nobody does by a slip. */
public record TenantRemoval(
    @Text(max = 63, blank = false) @JsonPropertyDescription("The tenant's, once more.")
        String name) {}
