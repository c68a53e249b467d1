package workshop.requirements.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.javalin.http.ContentTooLargeResponse;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import workshop.requirements.NewRequirement;
import workshop.requirements.Workspace;

/** One import: adds the good lines of a table, a batch at a time, and keeps what is wrong. */
final class CsvImport {

  static final int MAX_LINES = 20_000;

  private final Workspace project;
  private final Runnable beforeBatch;
  private final List<CsvLine> batch = new ArrayList<>();
  private final TreeMap<Long, String> problems = new TreeMap<>();
  private int imported;
  private int rejected;
  private @Nullable Integer first;

  /**
   * @param beforeBatch ends the import by an exception
   */
  CsvImport(Workspace project, Runnable beforeBatch) {
    this.project = project;
    this.beforeBatch = beforeBatch;
  }

  /** To be called before a transaction begins: answers 413 for a table of too many lines. */
  static void expectFewLines(ReceivedFile file) {
    file.read(
        reader -> {
          Iterator<CsvRecord> records = records(reader);
          CsvHeader.of(records);
          try {
            for (int lines = 0; records.hasNext(); lines++) {
              if (lines == MAX_LINES) {
                throw new ContentTooLargeResponse(
                    "There are more than " + MAX_LINES + " lines: send them in parts");
              }
              records.next();
            }
          } catch (CsvParseException e) {
            // The import reports it.
          }
        });
  }

  ImportReport run(ReceivedFile file) {
    file.read(reader -> addAll(records(reader)));
    return ImportReport.of(imported, rejected, first, problems);
  }

  private void addAll(Iterator<CsvRecord> records) {
    CsvHeader header = CsvHeader.of(records);
    long line = 1;
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        take(header.line(record));
      }
    } catch (CsvParseException e) {
      // After a wrong quote it is unknown where the next record begins.
      reject(line + 1, "cannot be read as CSV, and neither can what follows: " + reason(e));
    }
    addBatch();
  }

  private void take(CsvLine line) {
    switch (line.check()) {
      case CsvLine.Check.Good ignored -> batch.add(line);
      case CsvLine.Check.Wrong wrong -> reject(line.number(), wrong.detail());
    }
    if (batch.size() == CsvApi.BATCH) {
      addBatch();
    }
  }

  private void addBatch() {
    beforeBatch.run();
    Map<String, Long> groups = project.groups().hold(groupNames());
    List<NewRequirement> good = new ArrayList<>(batch.size());
    for (CsvLine line : batch) {
      NewRequirement requirement = line.requirement();
      String group = requirement.group();
      if (group == null || groups.containsKey(group)) {
        good.add(requirement);
      } else {
        reject(line.number(), "group names \"" + group + "\", which is no group here");
      }
    }
    batch.clear();
    if (!good.isEmpty()) {
      int number = project.requirements().addAll(good, groups);
      first = first == null ? Integer.valueOf(number) : first;
      imported += good.size();
    }
  }

  private Set<String> groupNames() {
    Set<String> names = new HashSet<>();
    for (CsvLine line : batch) {
      String group = line.requirement().group();
      if (group != null) {
        names.add(group);
      }
    }
    return names;
  }

  /** Keeps the problems of the first lines, up to so many as the report shows. */
  private void reject(long line, String detail) {
    rejected++;
    problems.put(line, detail);
    if (problems.size() > ImportReport.MAX_PROBLEMS) {
      problems.pollLastEntry();
    }
  }

  private static Iterator<CsvRecord> records(Reader reader) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(reader)
        .iterator();
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
