package workshop.requirements;

import java.util.Optional;
import java.util.regex.Pattern;

/** What people call a requirement: {@code REQ-12}, unique in its project. */
public record RequirementKey(int number) {

  private static final String PREFIX = "REQ-";

  /** In one spelling only: no zeros in front, and no more than fits the number. */
  private static final Pattern KEY = Pattern.compile(PREFIX + "([1-9][0-9]{0,8})");

  /** Nothing for what is no key. */
  public static Optional<RequirementKey> parse(String text) {
    return Optional.of(KEY.matcher(text))
        .filter(found -> found.matches())
        .map(found -> new RequirementKey(Integer.parseInt(found.group(1))));
  }

  @Override
  public String toString() {
    return PREFIX + number;
  }
}
