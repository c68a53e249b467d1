package shareddb.base.names;

/** A name that this tool refuses, with the reason. */
public final class InvalidName extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidName(String kind, String name, String reason) {
    super(kind + " \"" + PrintableText.of(name) + "\" is refused: " + reason);
  }
}
