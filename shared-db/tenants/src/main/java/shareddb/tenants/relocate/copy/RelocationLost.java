package shareddb.tenants.relocate.copy;

/**
 * A condition that the relocation relied on no longer holds: the relocation ends, and the source
 * still serves.
 */
public final class RelocationLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RelocationLost(String why) {
    super(why);
  }
}
