package workshop.requirementsdatabasepertenant;

import workshop.requirements.Email;

/**
 * Who asks, and of which tenant.
 *
 * @param byKey whether the tenant's key was shown, and not its host alone
 */
record Visitor(Tenant tenant, Email who, boolean byKey) {}
