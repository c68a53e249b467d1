package shareddb.testing;

import java.util.stream.Stream;

/** Names that are valid for a schema, and that break SQL in which they are not quoted well. */
public final class AwkwardNames {

  private AwkwardNames() {}

  /** For {@code @MethodSource}. */
  public static Stream<String> all() {
    return Stream.of(
        "dev",
        "00_x",
        "tenant-1",
        "Upper Case",
        "a.b",
        "ünï",
        "o'brien",
        "a\"b",
        "a$$b",
        "back\\slash",
        "Ä \"ö\"",
        "sel;ect'--",
        "$1 \\ ${x} %s",
        "x".repeat(63));
  }
}
