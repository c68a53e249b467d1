package shareddb.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import shareddb.tenants.lifecycle.BatchResult;
import shareddb.tenants.lifecycle.TenantBatch;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.web.Api;

/** The route that makes tenants from a table. */
final class TenantBatches {

  /** Some thousands of lines: more would take longer than clients wait for an answer. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final String EXAMPLE = "name,domain,type\nnorth,north.example.org,standard\n";

  private final Tenants tenants;

  TenantBatches(Tenants tenants) {
    this.tenants = tenants;
  }

  void add(Api api) {
    api.post(
        TenantRoutes.ALL + ".csv",
        this::addAll,
        TenantRoutes.doc("Make tenants from CSV")
            .notes(
                "The first line names the columns: name, domain, and type where one is wanted. Bad"
                    + " lines do not stop good ones; sent again, it goes on where it stopped."
                    + " Larger tables are for the command line:  ./db tenants add-batch FILE")
            .takesText("text/csv", MAX_BYTES, EXAMPLE)
            .answers(BatchReport.class),
        AdminAccess.AdminRole.ADMINISTRATOR);
  }

  private void addAll(Context ctx) throws SQLException {
    BatchReport.Lines lines = new BatchReport.Lines();
    TenantBatch batch = new TenantBatch(tenants, KeyReceiver.NONE, lines);
    switch (batch.add(new BufferedReader(new StringReader(text(ctx))))) {
      case BatchResult.Done ignored -> {}
      case BatchResult.BadHeader(var what) ->
          throw new BadRequestResponse("The first line: " + what);
      case BatchResult.Unreadable(var behind, var what) -> lines.unreadable(behind + 1, what);
    }
    ctx.json(BatchReport.of(lines.all()));
  }

  private static String text(Context ctx) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ContentTooLargeResponse("The body is larger than " + MAX_BYTES + " bytes");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadRequestResponse("The body is not UTF-8");
    } catch (IOException e) {
      throw new BadRequestResponse("The body breaks off");
    }
  }
}
