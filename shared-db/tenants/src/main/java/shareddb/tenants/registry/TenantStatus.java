package shareddb.tenants.registry;

import java.util.Locale;

/** The status of a tenant in the registry. */
public enum TenantStatus {
  /** The row is written; the schema or its first rows may be missing. */
  PROVISIONING,
  ACTIVE,
  /** Its API refuses requests; all its rows stay. */
  SUSPENDED,
  /** The tenant could not be made; the registry has the reason. */
  FAILED,
  /** The tenant is being removed for good. */
  REMOVING,
  /** A relocation brings the tenant here. The old module serves it until all its rows are here. */
  ARRIVING,
  /**
   * A relocation took the tenant to another module, which serves it. The rows left here stay until
   * the operator removes them.
   */
  MOVED;

  /** The word for it in the registry. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TenantStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether the making of the tenant was begun and not finished. */
  public boolean isUnfinished() {
    return this == PROVISIONING || this == FAILED;
  }

  /** Whether its schema was made, and the API that serves the tenant needs it. */
  public boolean isMade() {
    return this == ACTIVE || this == SUSPENDED;
  }

  /** Whether its schema is where the registry says, and operations on the fleet may change it. */
  public boolean isHere() {
    return switch (this) {
      case PROVISIONING, ACTIVE, SUSPENDED, FAILED -> true;
      case REMOVING, ARRIVING, MOVED -> false;
    };
  }
}
