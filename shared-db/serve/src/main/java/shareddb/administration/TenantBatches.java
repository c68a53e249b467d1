package shareddb.administration;

import java.io.BufferedReader;
import java.io.StringReader;
import shareddb.tenants.lifecycle.BatchResult;
import shareddb.tenants.lifecycle.TenantBatch;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;

/** The route by which tenants come as a table. */
final class TenantBatches {

  /** Some thousands of lines: more would outlast the patience of whoever waits for the answer. */
  private static final int MAX_BYTES = 256 * 1024;

  private final Tenants tenants;
  private final AdminGuard guard;

  TenantBatches(Tenants tenants, AdminGuard guard) {
    this.tenants = tenants;
    this.guard = guard;
  }

  void declare(Routes routes) {
    routes
        .post(TenantRoutes.ALL + ".csv", "Make tenants from CSV")
        .notes(
            "The first line names the columns: name, domain, and type where one is wanted. Bad"
                + " lines do not stop good ones; sent again, it goes on where it stopped. Larger"
                + " tables are for the command line:  ./db tenants add-batch FILE")
        .guardedBy(guard)
        .takesText("text/csv", MAX_BYTES)
        .answers(BatchReport.class, this::add);
  }

  private BatchReport add(Request request, String csv) {
    BatchReport.Lines lines = new BatchReport.Lines();
    TenantBatch batch = new TenantBatch(tenants, KeyReceiver.NONE, lines);
    switch (Asked.of(() -> batch.add(new BufferedReader(new StringReader(csv))))) {
      case BatchResult.Done ignored -> {}
      case BatchResult.BadHeader(var what) ->
          throw ProblemException.of(ProblemType.BAD_REQUEST, "The first line: " + what);
      case BatchResult.Unreadable(var behind, var what) -> lines.unreadable(behind + 1, what);
    }
    return BatchReport.of(lines.all());
  }
}
