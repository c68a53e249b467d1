package workshop.requirements.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static shareddb.web.doc.Doc.doc;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workshop.requirements.ProjectRoutes;
import workshop.requirements.Requirement;
import workshop.requirements.RequirementFilter;
import workshop.requirements.Role;
import workshop.requirements.Workspaces;
import workshop.requirements.access.FairShare;

/** The routes that import and export requirements as CSV. */
public final class CsvApi {

  static final int MAX_BYTES = 8 * 1024 * 1024;

  /** How many rows of an export are in memory at once, and how many of an import. */
  static final int BATCH = 1_000;

  private static final Logger log = LoggerFactory.getLogger(CsvApi.class);

  private static final String CSV = "text/csv";

  private final Workspaces workspaces;
  private final FairShare<Object> ofPerson = new FairShare<>(1);
  private final FairShare<Object> ofProject = new FairShare<>(1);

  public CsvApi(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  public void routes(ProjectRoutes routes) {
    routes.get(
        "/requirements.csv",
        this::export,
        RequirementFilter.document(doc("Export requirements as CSV"))
            .notes(
                "Spreadsheets compute a cell that begins with =, +, - or @. In the format"
                    + " \"spreadsheet\" such a cell begins with an apostrophe.")
            .query("format", String.class, "Exactly the texts, or a form for spreadsheets.")
            .oneOf("exact", "spreadsheet")
            .byDefault("exact")
            .answersText(CSV)
            .header(Header.CONTENT_DISPOSITION, "The name of the file."));
    routes.post(
        "/requirements.csv",
        Role.EDITOR,
        this::take,
        doc("Import requirements from CSV")
            .notes(
                "The first line names the columns: title, and any of text, status, priority and"
                    + " group. Wrong lines are left out and reported; all others are added. An"
                    + " import that fails adds none.")
            .takesText(CSV, MAX_BYTES, "title,status\nLog in by email,approved\n")
            .answers(ImportReport.class)
            .problem(400, "The first line does not name the columns.")
            .problem(413, "There are more than " + CsvImport.MAX_LINES + " lines.")
            .problem(503, "Another import of this project or this person is running."));
  }

  /** Each batch is read in a transaction of its own: a slow client holds no connection. */
  private void export(Context ctx) throws IOException {
    RequirementFilter filter = RequirementFilter.of(ctx);
    List<Requirement> rows = batch(ctx, filter, 0);
    ctx.contentType(CSV)
        .header(Header.CONTENT_DISPOSITION, "attachment; filename=\"requirements.csv\"");
    CsvExport csv =
        new CsvExport(
            new OutputStreamWriter(ctx.outputStream(), UTF_8),
            "spreadsheet".equals(ctx.queryParam("format")));
    try {
      while (!rows.isEmpty()) {
        rows.forEach(csv::write);
        int last = rows.getLast().number();
        rows = rows.size() < BATCH ? List.of() : batch(ctx, filter, last);
      }
      csv.end();
    } catch (RuntimeException e) {
      log.warn("{} broke off: {}", ctx.path(), e.getMessage());
      // A part is sent already. Jetty closes the connection: so the client sees that it is a part.
      ctx.res().sendError(-1);
    }
  }

  private List<Requirement> batch(Context ctx, RequirementFilter filter, int after) {
    return workspaces.open(ctx, project -> project.requirements().list(filter, after, BATCH));
  }

  /** One import at a time of a person, and of a project: imports cannot use up the pool. */
  private void take(Context ctx) {
    ctx.json(ofPerson.run(workspaces.person(ctx), () -> imported(ctx)));
  }

  /** Receives the whole body before the transaction begins: a slow client holds no lock. */
  private ImportReport imported(Context ctx) {
    expectEditor(ctx);
    try (ReceivedFile file = ReceivedFile.of(ctx.bodyInputStream(), MAX_BYTES)) {
      CsvImport.expectFewLines(file);
      return ofProject.run(
          workspaces.project(ctx),
          () ->
              workspaces.open(
                  ctx,
                  project ->
                      new CsvImport(project, () -> ClientConnection.expectOpen(ctx)).run(file)));
    }
  }

  /** Before megabytes are received. */
  private void expectEditor(Context ctx) {
    workspaces.run(ctx, project -> {});
  }
}
