package workshop.requirements.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.javalin.http.BadRequestResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The first line of a table: it names the columns. */
record CsvHeader(List<CsvColumn> columns) {

  /** Answers 400 with every column that is wrong. */
  static CsvHeader of(Iterator<CsvRecord> records) {
    List<CsvColumn> columns = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (String name : first(records)) {
      CsvColumn.named(name)
          .ifPresentOrElse(
              column -> {
                if (columns.contains(column)) {
                  faults.add(column + " is there twice");
                }
                columns.add(column);
              },
              () -> faults.add("\"" + name.strip() + "\" is unknown"));
    }
    if (!columns.contains(CsvColumn.TITLE)) {
      faults.add("title is missing");
    }
    if (!faults.isEmpty()) {
      throw refused(String.join(", ", faults));
    }
    return new CsvHeader(List.copyOf(columns));
  }

  CsvLine line(CsvRecord record) {
    Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
    for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
      cells.put(columns.get(i), record.getField(i));
    }
    return new CsvLine(
        record.getStartingLineNumber(), cells, record.getFieldCount(), columns.size());
  }

  private static List<String> first(Iterator<CsvRecord> records) {
    try {
      if (records.hasNext()) {
        return records.next().getFields();
      }
    } catch (CsvParseException e) {
      throw refused("it cannot be read as CSV");
    }
    throw refused("there is none");
  }

  private static BadRequestResponse refused(String why) {
    return new BadRequestResponse(
        "The first line must name the columns, as in title,text,status,priority,group: " + why);
  }
}
