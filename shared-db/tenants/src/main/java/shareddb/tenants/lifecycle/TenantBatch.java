package shareddb.tenants.lifecycle;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.tenants.provision.TenantRequest;

/**
 * Adds tenants from lines of CSV. It reads some hundreds, makes them and reports them before it
 * reads more. A second run continues, because tenants that exist stay as they are.
 */
public final class TenantBatch {

  private static final int AT_ONCE = 250;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Tenants tenants;
  private final KeyReceiver receiver;
  private final BatchListener listener;
  private long line = 1;
  private @Nullable String broken;

  public TenantBatch(Tenants tenants, KeyReceiver receiver, BatchListener listener) {
    this.tenants = tenants;
    this.receiver = receiver;
    this.listener = listener;
  }

  /** The first line names the columns: name and domain, and optionally type and server. */
  public BatchResult add(BufferedReader csv) throws SQLException {
    Iterator<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(withoutMark(csv))
            .iterator();
    List<String> header =
        next(records)
            .map(first -> first.getFields().stream().map(String::strip).toList())
            .orElse(List.of());
    Optional<String> problem = RequestColumns.problem(header);
    return problem.isPresent()
        ? new BatchResult.BadHeader(problem.get())
        : add(RequestColumns.of(header), records);
  }

  private BatchResult add(RequestColumns columns, Iterator<CsvRecord> records) throws SQLException {
    List<CsvRecord> some = some(records);
    while (!some.isEmpty()) {
      make(columns, some);
      some = some(records);
    }
    return broken == null ? new BatchResult.Done() : new BatchResult.Unreadable(line, broken);
  }

  private List<CsvRecord> some(Iterator<CsvRecord> records) {
    List<CsvRecord> some = new ArrayList<>();
    for (Optional<CsvRecord> next = next(records);
        next.isPresent();
        next = some.size() < AT_ONCE ? next(records) : Optional.empty()) {
      some.add(next.get());
    }
    return some;
  }

  /**
   * The next line; empty at the end of the file, and after a wrong quote, because the rest then
   * reads as one field.
   */
  private Optional<CsvRecord> next(Iterator<CsvRecord> records) {
    try {
      if (broken != null || !records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord next = records.next();
      line = next.getStartingLineNumber();
      return Optional.of(next);
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException("cannot read the batch", io);
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      broken = String.valueOf(cause.getMessage());
      return Optional.empty();
    }
  }

  private void make(RequestColumns columns, List<CsvRecord> some) throws SQLException {
    listener.reads(some.size());
    List<CsvRecord> fitting = some.stream().filter(columns::fit).toList();
    List<TenantRequest> wishes = fitting.stream().map(columns::wish).toList();
    Iterator<AddTenantResult> results = tenants.addAll(wishes, receiver).iterator();
    for (CsvRecord record : some) {
      listener.ends(
          new BatchLine(
              record.getStartingLineNumber(),
              columns.wish(record),
              columns.fit(record) ? results.next() : columns.misfit(record)));
    }
  }

  /** Skips the byte order mark that some programs write at the start of a file. */
  private static BufferedReader withoutMark(BufferedReader csv) {
    try {
      csv.mark(1);
      if (csv.read() != BYTE_ORDER_MARK) {
        csv.reset();
      }
      return csv;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the batch", e);
    }
  }
}
