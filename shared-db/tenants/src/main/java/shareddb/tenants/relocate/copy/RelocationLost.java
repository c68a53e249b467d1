package shareddb.tenants.relocate.copy;

/** Something that a move relied on is not so any more: it ends, and the source serves on. */
public final class RelocationLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RelocationLost(String why) {
    super(why);
  }
}
