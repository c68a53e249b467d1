package workshop.requirements;

import java.util.List;
import java.util.Optional;
import shareddb.web.PageRequest;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.TextWriter;

/** The routes by which requirements come and go as a table. */
final class CsvRoutes {

  private static final String CSV = "text/csv";
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  /** So many rows of an export are in memory at once, and of an import in one statement. */
  private static final int BATCH = 1_000;

  private final Workspaces workspaces;

  CsvRoutes(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  void declare(ProjectRoutes routes) {
    routes
        .get("/requirements.csv", "Export requirements as CSV")
        .notes("A thousand at a time: one that is changed meanwhile is as it was or as it is.")
        .with(RequirementFilter.params())
        .answersText(CSV, this::export);
    routes
        .post("/requirements.csv", "Import requirements from CSV")
        .notes(
            "The first line names the columns: title, and any of text, status, priority and group."
                + " Lines that do not fit are left out and reported; all others are added, or,"
                + " where anything else goes wrong, none.")
        .fails(ProblemType.BAD_REQUEST, "The first line does not name the columns.")
        .takesText(CSV, MAX_BYTES)
        .answers(ImportReport.class, this::take);
  }

  /** A short transaction for each batch: whoever reads slowly keeps no connection busy. */
  private TextWriter export(Request request) {
    List<Requirement> first = batch(request, Optional.empty());
    return out -> {
      CsvExport csv = new CsvExport(out);
      List<Requirement> rows = first;
      while (!rows.isEmpty()) {
        rows.forEach(csv::write);
        int last = rows.getLast().number();
        rows = rows.size() < BATCH ? List.of() : batch(request, Optional.of(last));
      }
      csv.end();
    };
  }

  private List<Requirement> batch(Request request, Optional<Integer> after) {
    return workspaces.open(
        request,
        Role.VIEWER,
        project ->
            project
                .requirements()
                .list(RequirementFilter.of(request), new PageRequest<>(after, BATCH)));
  }

  /** Read whole before the transaction: whoever sends slowly holds no lock. */
  private ImportReport take(Request request, String text) {
    CsvImport csv = CsvImport.read(text);
    return workspaces.open(request, Role.EDITOR, project -> csv.into(project, BATCH));
  }
}
