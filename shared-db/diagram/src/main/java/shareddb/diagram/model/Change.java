package shareddb.diagram.model;

/** How a part of a diagram differs between two states of a schema. */
public enum Change {
  SAME(""),
  ADDED("+"),
  CHANGED("~"),
  REMOVED("-");

  private final String sign;

  Change(String sign) {
    this.sign = sign;
  }

  /** The sign before the name, so that the colour is not the only difference. */
  public String sign() {
    return sign;
  }
}
