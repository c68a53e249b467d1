package shareddb.diagram.layout;

/**
 * How wide a text may be in a font of 13 pixels that is not known. Widths are estimated for the
 * widest of the usual system fonts, so that no text is cut.
 */
public final class TextWidth {

  private static final double MONOSPACED = 7.9;
  private static final double BOLD = 8.3;
  private static final double WIDE = 14;
  private static final int LATIN_GREEK_CYRILLIC = 0x0530;

  private TextWidth() {}

  /** In the font of columns. */
  public static double monospaced(String text) {
    return of(text, MONOSPACED);
  }

  /** In the bold font of titles. */
  public static double bold(String text) {
    return of(text, BOLD);
  }

  private static double of(String text, double each) {
    return text.codePoints().mapToDouble(c -> c < LATIN_GREEK_CYRILLIC ? each : WIDE).sum();
  }
}
