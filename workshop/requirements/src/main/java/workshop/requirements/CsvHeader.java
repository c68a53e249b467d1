package workshop.requirements;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;

/** The first line of a table: which column is where. */
record CsvHeader(List<CsvColumn> columns) {

  /** The problem names every column that does not fit. */
  static CsvHeader of(Iterator<CsvRecord> records) {
    List<CsvColumn> columns = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (String name : first(records)) {
      CsvColumn.named(name)
          .ifPresentOrElse(
              column -> {
                if (columns.contains(column)) {
                  complaints.add(column + " is there twice");
                }
                columns.add(column);
              },
              () -> complaints.add("\"" + name.strip() + "\" is unknown"));
    }
    if (!columns.contains(CsvColumn.TITLE)) {
      complaints.add("title is missing");
    }
    if (!complaints.isEmpty()) {
      throw refused(String.join(", ", complaints));
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

  private static ProblemException refused(String why) {
    return ProblemException.of(
        ProblemType.BAD_REQUEST,
        "The first line must name the columns, as in title,text,status,priority,group: " + why);
  }
}
