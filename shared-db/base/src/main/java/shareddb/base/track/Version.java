package shareddb.base.track;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The version of a migration: numbers with dots between them, compared as numbers. */
public record Version(List<BigInteger> parts) implements Comparable<Version> {

  /** The version of a schema without migrations. It is below every other version. */
  public static final Version NONE = new Version(List.of(BigInteger.ZERO));

  private static final Pattern FORM = Pattern.compile("[0-9]+([._][0-9]+)*");

  public Version {
    parts = withoutTrailingZeros(parts);
  }

  /** Throws {@link IllegalArgumentException} if the text is not a version. */
  public static Version parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          '"' + text + "\" is not a version: numbers with dots between them, such as 4 or 4.1");
    }
    return new Version(Arrays.stream(text.split("[._]")).map(BigInteger::new).toList());
  }

  /** Whether the text is a version. */
  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Version other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int compared = parts.get(i).compareTo(other.parts.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  @Override
  public String toString() {
    return String.join(".", parts.stream().map(BigInteger::toString).toList());
  }

  /** 1.0 and 1 are the same version, as in Flyway. */
  private static List<BigInteger> withoutTrailingZeros(List<BigInteger> parts) {
    int end = parts.size();
    while (end > 1 && parts.get(end - 1).signum() == 0) {
      end--;
    }
    return List.copyOf(parts.subList(0, end));
  }
}
