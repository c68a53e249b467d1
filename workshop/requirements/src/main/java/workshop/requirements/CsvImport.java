package workshop.requirements;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of requirements as it was read: which lines are good, and what is wrong with others. */
final class CsvImport {

  private final List<CsvLine> good = new ArrayList<>();
  private final List<ImportReport.Problem> problems = new ArrayList<>();
  private int rejected;

  private CsvImport() {}

  static CsvImport read(String text) {
    CsvImport read = new CsvImport();
    Iterator<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)
            .iterator();
    read.all(records);
    return read;
  }

  private void all(Iterator<CsvRecord> records) {
    CsvHeader header = CsvHeader.of(records);
    long behind = 1;
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        behind = record.getStartingLineNumber();
        take(header, record);
      }
    } catch (CsvParseException e) {
      // Where a quote goes wrong, nobody can tell where the next record begins.
      reject(behind + 1, "cannot be read as CSV, and nothing behind it was: " + reason(e));
    }
  }

  private void take(CsvHeader header, CsvRecord record) {
    CsvLine line = header.line(record);
    switch (line.check()) {
      case CsvLine.Check.Good ignored -> good.add(line);
      case CsvLine.Check.Wrong wrong -> reject(line.number(), wrong.detail());
    }
  }

  /** Adds all good ones, a batch at a time, in the order in which they came. */
  ImportReport into(Workspace project, int batch) {
    Set<String> groups = project.groups().hold(groups());
    List<NewRequirement> known = new ArrayList<>(good.size());
    for (CsvLine line : good) {
      String group = line.requirement().group().orElse(null);
      if (group == null || groups.contains(group)) {
        known.add(line.requirement());
      } else {
        reject(line.number(), "group names \"" + group + "\", which is no group here");
      }
    }
    RequirementKey first = null;
    for (int from = 0; from < known.size(); from += batch) {
      List<NewRequirement> next = known.subList(from, Math.min(from + batch, known.size()));
      RequirementKey key = project.requirements().addAll(next);
      first = first == null ? key : first;
    }
    return report(known.size(), first);
  }

  private Set<String> groups() {
    return good.stream()
        .map(line -> line.requirement().group().orElse(null))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .collect(Collectors.toSet());
  }

  private ImportReport report(int imported, @Nullable RequirementKey first) {
    List<ImportReport.Problem> shown =
        problems.stream()
            .sorted(Comparator.comparingLong(ImportReport.Problem::line))
            .limit(ImportReport.MAX_PROBLEMS)
            .toList();
    return new ImportReport(imported, rejected, first == null ? null : first.toString(), shown);
  }

  private void reject(long line, String detail) {
    rejected++;
    problems.add(new ImportReport.Problem(line, detail));
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
