package shareddb.tenants.lifecycle;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.provision.TenantTypes;

/** The positions of a batch's columns, read from the header. */
record RequestColumns(int name, int domain, int type, int server, int count) {

  private static final List<String> KNOWN = List.of("name", "domain", "type", "server");

  /** The problem with a header, if there is one. */
  static Optional<String> problem(List<String> header) {
    Optional<String> foreign = header.stream().filter(h -> !KNOWN.contains(h)).findFirst();
    if (foreign.isPresent()) {
      return Optional.of("there is no column \"" + foreign.get() + "\"");
    }
    if (header.stream().distinct().count() < header.size()) {
      return Optional.of("a column is there twice");
    }
    return KNOWN.subList(0, 2).stream()
        .filter(needed -> !header.contains(needed))
        .findFirst()
        .map(missing -> "there is no column " + missing);
  }

  static RequestColumns of(List<String> header) {
    return new RequestColumns(
        header.indexOf("name"),
        header.indexOf("domain"),
        header.indexOf("type"),
        header.indexOf("server"),
        header.size());
  }

  boolean fit(CsvRecord line) {
    return line.getFieldCount() == count;
  }

  AddTenantResult misfit(CsvRecord line) {
    return new AddTenantResult.Refused(
        List.of(
            "it has "
                + (line.getFieldCount() == 1 ? "1 field" : line.getFieldCount() + " fields")
                + ", and the header "
                + count));
  }

  /** Reads one request; blanks around a field do not count. */
  TenantRequest wish(CsvRecord line) {
    String kind = field(line, type);
    return new TenantRequest(
        field(line, name),
        field(line, domain),
        kind.isEmpty() ? TenantTypes.STANDARD : kind,
        Optional.of(field(line, server)).filter(text -> !text.isEmpty()));
  }

  private static String field(CsvRecord line, int place) {
    return place >= 0 && place < line.getFieldCount() ? line.getField(place).strip() : "";
  }
}
