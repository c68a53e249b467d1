package shareddb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

/** The checkout, the modules and the database of the trial, and how they are written and read. */
final class LostTrialGround {

  static final String TENANTS = "07_test_tenants";
  static final String TODOS = "\"00_personal_todo\".todos";
  static final String SPACE = "\"02_requirements_shared_schema\"";

  private final Login login;
  final Tool tool;
  final Tool lossy;
  final Tool checkout;
  final Tool lossyCheckout;
  final AtomicInteger number = new AtomicInteger();

  private LostTrialGround(Path root, Login login, String port) throws IOException {
    this.login = login;
    this.tool = Tool.in(root, login);
    this.lossy = tool.with("POSTGRES_PORT", port);
    this.checkout = new Tool(TestDatabase.checkout(), tool.environment(), tool.streams());
    this.lossyCheckout = checkout.with("POSTGRES_PORT", port);
  }

  static LostTrialGround in(Path root, Login login, String port) throws Exception {
    TenantsCase.copy(
        TestDatabase.checkout()
            .resolve("shared-db/tenants/src/test/resources/shareddb/tenants")
            .resolve(TENANTS),
        root.resolve("workshop").resolve(TENANTS));
    LostTrialGround all = new LostTrialGround(root, login, port);
    all.script(all.tool.migration("V5__lost.sql"), "todos ADD COLUMN lost text");
    all.script(all.tool.undo("U5__lost.sql"), "todos DROP COLUMN lost");
    Path module = root.resolve("workshop").resolve(TENANTS);
    all.script(module.resolve("migrations/tenant/V9__color.sql"), "notes ADD COLUMN color text");
    all.script(module.resolve("undo/tenant/U9__color.sql"), "notes DROP COLUMN color");
    done(all.tool, "upgrade", "07/shared");
    for (String name : List.of("one", "two", "three")) {
      done(all.tool, "tenants", "add", name, "--domain", name + ".example.com");
    }
    done(all.checkout, "upgrade", "02");
    done(all.checkout, "upgrade", "03");
    return all;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = login.connect()) {
      Query.execute(connection, sql);
    }
  }

  String value(String sql) throws SQLException {
    try (Connection connection = login.connect()) {
      return Query.of(connection, sql).first(row -> String.valueOf(row.getString(1))).orElse("");
    }
  }

  static void done(Tool tool, String... words) {
    Tool.Run run = tool.run(words);
    if (run.exit() != ExitCode.DONE) {
      throw new IllegalStateException(String.join(" ", words) + ": " + run.all());
    }
  }

  private void script(Path file, String what) throws IOException {
    Files.writeString(file, "ALTER TABLE \"${flyway:defaultSchema}\"." + what + ";");
  }
}
