package shareddb.web.check;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shareddb.web.doc.Parameter;

/** Tells what is wrong with the text of a parameter, in words that go behind its name. */
final class ParameterCheck {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

  private static final int MAX_YEAR = 9999;

  private ParameterCheck() {}

  /** Empty where nothing is wrong. */
  static Optional<String> fault(Parameter parameter, String text) {
    Class<?> type = parameter.type();
    if (!parameter.choices().isEmpty()) {
      return parameter.choices().contains(text)
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", parameter.choices()));
    }
    if (type == Long.class || type == Integer.class) {
      return wholeNumber(parameter, text);
    }
    if (type == LocalDate.class) {
      return parsed(
          date -> inRange(LocalDate.parse(date).getYear()), text, "a date such as 2026-01-31");
    }
    if (type == Instant.class) {
      return parsed(
          moment -> inRange(Instant.parse(moment).atOffset(ZoneOffset.UTC).getYear()),
          text,
          "a moment in UTC such as 2026-01-31T12:00:00Z");
    }
    return type == UUID.class ? parsed(UUID::fromString, text, "a UUID") : string(parameter, text);
  }

  private static Optional<String> wholeNumber(Parameter parameter, String text) {
    String range = "from " + parameter.min() + " to " + parameter.max();
    if (!WHOLE.matcher(text).matches()) {
      return Optional.of("must be a whole number " + range);
    }
    BigInteger number = new BigInteger(text);
    return isBelow(number, parameter.min()) || isAbove(number, parameter.max())
        ? Optional.of("must be " + range + ", and is " + text)
        : Optional.empty();
  }

  private static boolean isBelow(BigInteger number, @Nullable Long least) {
    return least != null && number.compareTo(BigInteger.valueOf(least)) < 0;
  }

  private static boolean isAbove(BigInteger number, @Nullable Long greatest) {
    return greatest != null && number.compareTo(BigInteger.valueOf(greatest)) > 0;
  }

  private static Optional<String> parsed(Consumer<String> parser, String text, String wanted) {
    try {
      parser.accept(text);
      return Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.of("must be " + wanted);
    }
  }

  /** Java knows years that Postgres cannot store. */
  private static void inRange(int year) {
    if (year < 1 || year > MAX_YEAR) {
      throw new DateTimeException("the year " + year);
    }
  }

  private static Optional<String> string(Parameter parameter, String text) {
    int length = text.codePointCount(0, text.length());
    Long least = parameter.min();
    Long greatest = parameter.max();
    if (greatest != null && least != null && (length < least || length > greatest)) {
      return Optional.of(
          "must be " + least + " to " + greatest + " characters long, and is " + length);
    }
    return TextPattern.isStorable(text) ? Optional.empty() : Optional.of(TextPattern.fault(text));
  }
}
