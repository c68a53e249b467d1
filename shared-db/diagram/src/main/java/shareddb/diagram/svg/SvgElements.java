package shareddb.diagram.svg;

import java.util.Locale;

/** Appends elements to the text of an SVG document, a line each. Texts are escaped here alone. */
final class SvgElements {

  private final StringBuilder svg = new StringBuilder();

  /** Appends text of this program as it is. */
  SvgElements raw(String line) {
    svg.append(line).append('\n');
    return this;
  }

  SvgElements element(String name, String text) {
    return raw("<" + name + ">" + escaped(text) + "</" + name + ">");
  }

  SvgElements text(String styles, int x, int y, String text) {
    return raw(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(styles, x, y, escaped(text)));
  }

  SvgElements rectangle(String styles, int x, int y, int width, int height, int radius) {
    return raw(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
            .formatted(styles, x, y, width, height, radius));
  }

  SvgElements path(String styles, String data) {
    return raw("<path class=\"" + styles + "\" d=\"" + data + "\"/>");
  }

  /** Escapes markup, and replaces characters that XML does not allow. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(escaped(c)));
    return escaped.toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> isAllowed(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  private static boolean isAllowed(int c) {
    return c >= ' ' && !Character.isISOControl(c) && (c & 0xFFFE) != 0xFFFE && !isSurrogate(c);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** The name of a change, for the class of an element. */
  static String style(Enum<?> change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return svg.toString();
  }
}
