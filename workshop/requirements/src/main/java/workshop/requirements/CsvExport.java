package workshop.requirements;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes requirements as CSV (RFC 4180), each column by its name in the first line. */
final class CsvExport {

  private final CsvWriter csv;

  CsvExport(Writer out) {
    csv = CsvWriter.builder().autoFlush(false).build(out);
    csv.writeRecord(Arrays.stream(CsvColumn.values()).map(CsvColumn::toString).toList());
  }

  void write(Requirement requirement) {
    Stream<@Nullable Object> cells =
        Arrays.stream(CsvColumn.values()).map(column -> column.of(requirement));
    csv.writeRecord(cells.map(cell -> Objects.toString(cell, "")).toList());
  }

  void end() throws IOException {
    csv.flush();
  }
}
