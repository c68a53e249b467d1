package shareddb.tenants.registry;

import java.util.Locale;

/** How a tenant stands, as the registry has it. */
public enum TenantStatus {
  /** It is registered; its schema, or its first rows, are not there yet. */
  PROVISIONING,
  ACTIVE,
  /** Its requests are refused; nothing of it is lost. */
  SUSPENDED,
  /** It could not be made; the registry says why. */
  FAILED,
  /** It goes, and does not come back. */
  REMOVING,
  /** It comes from another place, which serves it until all of it is here. */
  ARRIVING,
  /** Another place serves it; what is left here is kept until somebody takes it away. */
  MOVED;

  /** As the registry has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TenantStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether making it was begun and not brought to its end. */
  public boolean isUnfinished() {
    return this == PROVISIONING || this == FAILED;
  }

  /** Whether its schema was made, and whoever serves it expects it to be there. */
  public boolean isMade() {
    return this == ACTIVE || this == SUSPENDED;
  }

  /** Whether its schema is where the registry says, and all who look after tenants may touch it. */
  public boolean isHere() {
    return switch (this) {
      case PROVISIONING, ACTIVE, SUSPENDED, FAILED -> true;
      case REMOVING, ARRIVING, MOVED -> false;
    };
  }
}
