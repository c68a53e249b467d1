package shareddb.learn.trial;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQLSTATEs that exercises ask for, in words. */
public final class StateNames {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("23502", "not-null violation"),
          Map.entry("23503", "foreign key violation"),
          Map.entry("23505", "unique violation"),
          Map.entry("23514", "check violation"),
          Map.entry("23P01", "exclusion violation"),
          Map.entry("22001", "value too long"),
          Map.entry("22P02", "invalid text for this type"),
          Map.entry("42501", "insufficient privilege"),
          Map.entry("42P01", "undefined table"),
          Map.entry("42703", "undefined column"));

  private StateNames() {}

  /** One SQLSTATE, or several with {@code or} between them. */
  public static String of(String sqlStates) {
    return Arrays.stream(sqlStates.split(" or "))
        .map(StateNames::one)
        .collect(Collectors.joining(" or "));
  }

  private static String one(String sqlState) {
    String words = WORDS.get(sqlState);
    return words == null ? "SQLSTATE " + sqlState : words + " (" + sqlState + ")";
  }
}
