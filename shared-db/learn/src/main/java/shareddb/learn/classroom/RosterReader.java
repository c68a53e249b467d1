package shareddb.learn.classroom;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.InvalidName;
import shareddb.base.names.LearnerName;
import shareddb.base.names.PrintableText;

/**
 * Reads a roster: CSV whose first line names the columns, {@code name} and perhaps {@code email}.
 */
public final class RosterReader {

  private static final List<String> COLUMNS = List.of("name", "email");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<RosterResult.Entry> entries = new ArrayList<>();
  private final List<RosterResult.Problem> problems = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();

  private RosterReader() {}

  /** Reads to the end of the file, so that all problems are found at once. */
  public static RosterResult read(Reader csv) {
    RosterReader reader = new RosterReader();
    reader.all(csv);
    return reader.problems.isEmpty()
        ? new RosterResult.Complete(List.copyOf(reader.entries))
        : new RosterResult.Faulty(List.copyOf(reader.problems));
  }

  private void all(Reader csv) {
    long line = 0;
    try {
      Iterator<CsvRecord> records = records(csv);
      List<String> header = records.hasNext() ? header(records.next()) : List.of();
      line = 1;
      Optional<String> wrong = wrongHeader(header);
      if (wrong.isPresent()) {
        problems.add(new RosterResult.Problem(1, wrong.get()));
        return;
      }
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        read(header, record);
      }
      if (lines.isEmpty() && problems.isEmpty()) {
        problems.add(new RosterResult.Problem(1, "there is no learner below the header"));
      }
    } catch (CsvParseException e) {
      problems.add(new RosterResult.Problem(line + 1, unreadable(e)));
    }
  }

  private static Iterator<CsvRecord> records(Reader csv) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(csv)
        .iterator();
  }

  private static List<String> header(CsvRecord record) {
    return record.getFields().stream()
        .map(field -> field.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Optional<String> wrongHeader(List<String> header) {
    Optional<String> foreign = header.stream().filter(h -> !COLUMNS.contains(h)).findFirst();
    if (foreign.isPresent()) {
      return Optional.of(
          "the header has a column \"%s\", and there are name and email"
              .formatted(PrintableText.of(foreign.get())));
    }
    if (header.stream().distinct().count() < header.size()) {
      return Optional.of("the header has a column twice");
    }
    return header.contains("name")
        ? Optional.empty()
        : Optional.of("the header has no column \"name\"");
  }

  private void read(List<String> header, CsvRecord record) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != header.size()) {
      problem(
          line,
          "it has %d fields, and the header %d".formatted(record.getFieldCount(), header.size()));
      return;
    }
    @Nullable LearnerName name = name(line, record.getField(header.indexOf("name")).strip());
    Optional<String> email =
        Optional.of(header.indexOf("email"))
            .filter(at -> at >= 0)
            .map(at -> record.getField(at).strip())
            .filter(text -> !text.isEmpty());
    email
        .filter(text -> !text.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+"))
        .ifPresent(
            text ->
                problem(line, "\"%s\" is no address of mail".formatted(PrintableText.of(text))));
    if (name != null) {
      entries.add(new RosterResult.Entry(line, name, email));
    }
  }

  /**
   * The name, or null after a problem. Some file systems take names for equal that differ in case.
   */
  private @Nullable LearnerName name(long line, String text) {
    try {
      LearnerName name = new LearnerName(text);
      Long before = lines.putIfAbsent(text.toLowerCase(Locale.ROOT), line);
      if (before != null) {
        problem(line, "\"%s\" is in line %d already (case does not count)".formatted(text, before));
        return null;
      }
      return name;
    } catch (InvalidName e) {
      problem(line, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void problem(long line, String what) {
    problems.add(new RosterResult.Problem(line, what));
  }

  private static String unreadable(CsvParseException error) {
    if (error.getCause() instanceof IOException io) {
      throw new UncheckedIOException("cannot read the roster", io);
    }
    Throwable cause = error.getCause() == null ? error : error.getCause();
    return "from here on it cannot be read as CSV: " + cause.getMessage();
  }
}
