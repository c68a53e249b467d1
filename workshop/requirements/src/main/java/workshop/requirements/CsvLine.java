package workshop.requirements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shareddb.web.Field;

/**
 * One record of a table.
 *
 * @param number of the line that it begins in
 * @param given how many cells it has, where {@code wanted} are named
 */
record CsvLine(long number, Map<CsvColumn, String> cells, int given, int wanted) {

  /** What came of looking at it. */
  sealed interface Check {

    record Good() implements Check {}

    /** All that is wrong with it. */
    record Wrong(String detail) implements Check {}
  }

  Check check() {
    if (given != wanted) {
      return new Check.Wrong("has " + given + " cells, and the first line names " + wanted);
    }
    List<String> complaints = new ArrayList<>();
    if (cell(CsvColumn.TITLE).isBlank()) {
      complaints.add("title must not be blank");
    }
    checkText(CsvColumn.TITLE, Requirement.MAX_TITLE, complaints);
    checkText(CsvColumn.TEXT, Requirement.MAX_TEXT, complaints);
    checkText(CsvColumn.GROUP, Group.MAX_NAME, complaints);
    checkChoice(CsvColumn.STATUS, Status.values(), complaints);
    checkChoice(CsvColumn.PRIORITY, Priority.values(), complaints);
    return complaints.isEmpty() ? new Check.Good() : new Check.Wrong(String.join("; ", complaints));
  }

  /** Of a line that is good. */
  NewRequirement requirement() {
    return new NewRequirement(
        cell(CsvColumn.TITLE),
        new Field.Given<>(orNull(CsvColumn.TEXT)),
        chosen(CsvColumn.STATUS, Status.values()),
        chosen(CsvColumn.PRIORITY, Priority.values()),
        new Field.Given<>(orNull(CsvColumn.GROUP)));
  }

  private void checkText(CsvColumn column, int max, List<String> complaints) {
    String text = cell(column);
    int length = text.codePointCount(0, text.length());
    if (length > max) {
      complaints.add(column + " must be at most " + max + " characters long, and has " + length);
    }
    if (text.indexOf('\0') >= 0) {
      complaints.add(column + " must not contain a NUL character");
    }
  }

  private <E extends Enum<E>> void checkChoice(
      CsvColumn column, E[] choices, List<String> complaints) {
    String text = cell(column);
    if (!text.isEmpty() && find(text, choices).isEmpty()) {
      String all = Arrays.stream(choices).map(Enum::toString).collect(Collectors.joining(", "));
      complaints.add(column + " must be one of " + all);
    }
  }

  private <E extends Enum<E>> Field<E> chosen(CsvColumn column, E[] choices) {
    return find(cell(column), choices).<Field<E>>map(Field.Given::new).orElseGet(Field.Absent::new);
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
