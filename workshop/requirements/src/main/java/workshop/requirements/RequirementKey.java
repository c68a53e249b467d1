package workshop.requirements;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a requirement among people: {@code REQ-12}, unique in its project. */
public record RequirementKey(int number) {

  private static final String PREFIX = "REQ-";

  /** One spelling only: no zeros in front, and no more digits than fit the number. */
  private static final Pattern KEY = Pattern.compile(PREFIX + "([1-9][0-9]{0,8})");

  /** Empty for a text that is no key. */
  public static Optional<RequirementKey> parse(String text) {
    return Optional.of(KEY.matcher(text))
        .filter(found -> found.matches())
        .map(found -> new RequirementKey(Integer.parseInt(found.group(1))));
  }

  /** The key of a number, for a column that is converted while it is read. */
  public static String text(int number) {
    return PREFIX + number;
  }

  @Override
  public String toString() {
    return text(number);
  }
}
