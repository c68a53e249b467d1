package workshop.requirements.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import workshop.requirements.Requirement;

/** Writes requirements as CSV (RFC 4180). The first line names the columns. */
final class CsvExport {

  /** A spreadsheet computes a cell that begins with one of these. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final CsvWriter csv;
  private final boolean forSpreadsheets;

  CsvExport(Writer out, boolean forSpreadsheets) throws IOException {
    this.forSpreadsheets = forSpreadsheets;
    if (forSpreadsheets) {
      // Without a byte order mark some spreadsheets do not read UTF-8.
      out.write('\ufeff');
    }
    csv = CsvWriter.builder().autoFlush(false).build(out);
    csv.writeRecord(Arrays.stream(CsvColumn.values()).map(CsvColumn::toString).toList());
  }

  void write(Requirement requirement) {
    List<String> cells =
        Arrays.stream(CsvColumn.values())
            .map(column -> cell(Objects.toString(column.of(requirement), "")))
            .toList();
    csv.writeRecord(cells);
  }

  void end() throws IOException {
    csv.flush();
  }

  private String cell(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return forSpreadsheets && isFormula ? "'" + text : text;
  }
}
