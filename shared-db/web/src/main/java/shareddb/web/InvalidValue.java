package shareddb.web;

/** A parameter's text that cannot be read as its type; the message goes behind its name. */
final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidValue(String message) {
    super(message, null, false, false);
  }

  String complaint() {
    return String.valueOf(getMessage());
  }
}
