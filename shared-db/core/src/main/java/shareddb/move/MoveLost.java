package shareddb.move;

/** Something that a move relied on is not so any more: it ends, and the source serves on. */
final class MoveLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MoveLost(String why) {
    super(why);
  }
}
