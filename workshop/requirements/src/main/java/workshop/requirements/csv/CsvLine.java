package workshop.requirements.csv;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import shareddb.web.check.TextPattern;
import workshop.requirements.Group;
import workshop.requirements.NewRequirement;
import workshop.requirements.Priority;
import workshop.requirements.Requirement;
import workshop.requirements.Status;

/**
 * One record of a table.
 *
 * @param number of the line that it begins in
 * @param given how many cells it has, where the first line names {@code wanted} ones
 */
record CsvLine(long number, Map<CsvColumn, String> cells, int given, int wanted) {

  /** The result of checking it. */
  sealed interface Check {

    record Good() implements Check {}

    /** All that is wrong with the line. */
    record Wrong(String detail) implements Check {}
  }

  /** The same rules as for JSON. */
  Check check() {
    if (given != wanted) {
      return new Check.Wrong("has " + given + " cells, and the first line names " + wanted);
    }
    List<String> faults = new ArrayList<>();
    if (!TextPattern.isVisible(cell(CsvColumn.TITLE))) {
      faults.add("title must not be blank");
    }
    checkText(CsvColumn.TITLE, Requirement.MAX_TITLE, faults);
    checkText(CsvColumn.TEXT, Requirement.MAX_TEXT, faults);
    checkText(CsvColumn.GROUP, Group.MAX_NAME, faults);
    checkChoice(CsvColumn.STATUS, Status.values(), faults);
    checkChoice(CsvColumn.PRIORITY, Priority.values(), faults);
    return faults.isEmpty() ? new Check.Good() : new Check.Wrong(String.join("; ", faults));
  }

  /** Of a line that is good. */
  NewRequirement requirement() {
    return new NewRequirement(
        cell(CsvColumn.TITLE),
        orNull(CsvColumn.TEXT),
        chosen(CsvColumn.STATUS, Status.values()),
        chosen(CsvColumn.PRIORITY, Priority.values()),
        orNull(CsvColumn.GROUP));
  }

  private void checkText(CsvColumn column, int max, List<String> faults) {
    String text = cell(column);
    int length = text.codePointCount(0, text.length());
    if (length > max) {
      faults.add(column + " must be at most " + max + " characters long, and has " + length);
    }
    if (!TextPattern.isStorable(text)) {
      faults.add(column + " " + TextPattern.fault(text));
    }
  }

  private <E extends Enum<E>> void checkChoice(CsvColumn column, E[] choices, List<String> faults) {
    String text = cell(column);
    if (!text.isEmpty() && find(text, choices).isEmpty()) {
      faults.add(
          Arrays.stream(choices)
              .map(Enum::toString)
              .collect(joining(", ", column + " must be one of ", "")));
    }
  }

  private <E extends Enum<E>> JsonNullable<E> chosen(CsvColumn column, E[] choices) {
    return find(cell(column), choices).map(JsonNullable::of).orElseGet(JsonNullable::undefined);
  }

  private static <E extends Enum<E>> Optional<E> find(String text, E[] choices) {
    return Arrays.stream(choices).filter(choice -> choice.toString().equals(text)).findFirst();
  }

  private String cell(CsvColumn column) {
    return cells.getOrDefault(column, "");
  }

  private @Nullable String orNull(CsvColumn column) {
    String text = cell(column);
    return text.isEmpty() ? null : text;
  }
}
