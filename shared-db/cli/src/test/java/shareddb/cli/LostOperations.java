package shareddb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import shareddb.jdbc.Query;
import shareddb.settings.Login;
import shareddb.testing.TestDatabase;

/** All operations that the trial loses the COMMITs of, in a checkout of their own. */
final class LostOperations {

  private static final String TENANTS = "07_test_tenants";
  private static final String TODOS = "\"00_personal_todo\".todos";
  private static final String SPACE = "\"02_requirements_shared_schema\"";

  private final Login login;
  private final Tool tool;
  private final Tool lossy;
  private final Tool checkout;
  private final Tool lossyCheckout;
  private final AtomicInteger number = new AtomicInteger();

  private LostOperations(Path root, Login login, String port) throws IOException {
    this.login = login;
    this.tool = Tool.in(root, login);
    this.lossy = tool.with("POSTGRES_PORT", port);
    this.checkout = new Tool(TestDatabase.checkout(), tool.environment(), tool.streams());
    this.lossyCheckout = checkout.with("POSTGRES_PORT", port);
  }

  static List<LostOperation> in(Path root, Login login, String port) throws Exception {
    TenantsCase.copy(
        TestDatabase.checkout()
            .resolve("shared-db/core/src/test/resources/shareddb/tenants")
            .resolve(TENANTS),
        root.resolve("workshop").resolve(TENANTS));
    LostOperations all = new LostOperations(root, login, port);
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
    return List.of(
        all.reset(),
        all.restore(),
        all.upgrade(),
        all.downgrade(),
        all.tenantsAdd(),
        all.tenantsUpgrade(),
        all.tenantsDowngrade(),
        all.tenantsRemove(),
        all.move());
  }

  private LostOperation reset() {
    return new LostOperation(
        "reset",
        "COMMIT",
        "DROP SCHEMA",
        false,
        () -> todos("old"),
        () -> lossy.run("reset", "00", "--yes", "--wait", "1"),
        this::titles,
        "old",
        "",
        () -> restored("old"));
  }

  private LostOperation restore() {
    return new LostOperation(
        "restore",
        "COMMIT",
        "DROP SCHEMA",
        false,
        () -> {
          todos("mine");
          done(tool, "snapshot", "00", "--name", "mine" + number.incrementAndGet());
          execute("INSERT INTO " + TODOS + " (title) VALUES ('more')");
        },
        () -> lossy.run("restore", "00", "mine" + number.get(), "--wait", "1"),
        this::titles,
        "mine,more",
        "mine",
        () -> restored("mine,more"));
  }

  private LostOperation upgrade() {
    return new LostOperation(
        "upgrade",
        "COMMIT",
        "ADD COLUMN lost",
        false,
        () -> {
          todos("old");
          done(tool, "downgrade", "00", "--yes");
        },
        () -> lossy.run("upgrade", "00", "--wait", "1"),
        this::version,
        "4",
        "5",
        () -> titles().equals("old") ? "" : titles());
  }

  private LostOperation downgrade() {
    return new LostOperation(
        "downgrade",
        "COMMIT",
        "DROP COLUMN lost",
        false,
        () -> {
          todos("old");
          execute("UPDATE " + TODOS + " SET lost = 'kept'");
        },
        () -> lossy.run("downgrade", "00", "--yes", "--wait", "1"),
        this::version,
        "5",
        "4",
        () -> {
          String fault = restored("old");
          String lost = value("SELECT lost FROM " + TODOS);
          return fault.isEmpty() && !"kept".equals(lost) ? "lost is " + lost : fault;
        });
  }

  private LostOperation tenantsAdd() {
    return new LostOperation(
        "tenants add",
        "COMMIT",
        "SET status = 'active'",
        false,
        number::incrementAndGet,
        () -> lossy.run("tenants", "add", newcomer(), "--domain", newcomer() + ".example.com"),
        () -> status(newcomer()),
        "provisioning",
        "active",
        () -> {
          done(tool, "tenants", "add", newcomer(), "--domain", newcomer() + ".example.com");
          return status(newcomer()).equals("active") ? "" : status(newcomer());
        });
  }

  private LostOperation tenantsUpgrade() {
    return new LostOperation(
        "tenants upgrade",
        "COMMIT",
        "ADD COLUMN color",
        true,
        () -> done(tool, "tenants", "downgrade", "--target", "1", "--yes"),
        () -> lossy.run("tenants", "upgrade", "--wait", "5"),
        this::colors,
        "none",
        "all",
        LostOperation.WayBackCheck.NONE);
  }

  private LostOperation tenantsDowngrade() {
    return new LostOperation(
        "tenants downgrade",
        "COMMIT",
        "DROP COLUMN color",
        true,
        () -> {
          done(tool, "tenants", "upgrade");
          execute("UPDATE \"07_tenant_one\".notes SET color = 'old'");
        },
        () ->
            lossy.run(
                "tenants", "downgrade", "--target", "1", "--snapshot", "--yes", "--wait", "5"),
        this::colors,
        "all",
        "none",
        () -> {
          done(tool, "restore", "07/tenant", "--tenant", "one", "--at-its-version");
          String color =
              value("SELECT string_agg(DISTINCT color, ',') FROM \"07_tenant_one\".notes");
          return "old".equals(color) ? "" : "color is " + color;
        });
  }

  private LostOperation tenantsRemove() {
    return new LostOperation(
        "tenants remove",
        "DROP SCHEMA",
        "DROP SCHEMA",
        false,
        () -> {
          number.incrementAndGet();
          done(tool, "tenants", "add", newcomer(), "--domain", newcomer() + ".example.com");
        },
        () -> lossy.run("tenants", "remove", newcomer(), "--yes", newcomer()),
        () -> status(newcomer()).isEmpty() ? "gone" : "there",
        "there",
        "gone",
        () -> {
          if (!status(newcomer()).isEmpty()) {
            done(tool, "tenants", "remove", newcomer(), "--yes", newcomer());
          }
          done(tool, "tenants", "add", newcomer(), "--domain", newcomer() + ".example.com");
          done(tool, "restore", "07/tenant", "--tenant", newcomer());
          return "";
        });
  }

  private LostOperation move() {
    return new LostOperation(
        "move",
        "COMMIT",
        "SET status = $1, moved_to",
        false,
        () ->
            execute(
                "INSERT INTO "
                    + SPACE
                    + ".projects (name) VALUES ('Shed "
                    + number.incrementAndGet()
                    + "')"),
        () -> lossyCheckout.run("move", "--from", "02", "--to", "03", "--project", newest()),
        () -> value("SELECT status FROM " + SPACE + ".projects ORDER BY id DESC LIMIT 1"),
        "active",
        "moved",
        () -> {
          done(checkout, "move", "--from", "02", "--to", "03", "--project", newest());
          return "";
        });
  }

  private String newest() {
    try {
      return value("SELECT max(id) FROM " + SPACE + ".projects");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String newcomer() {
    return "lost" + number.get();
  }

  /** The schema anew, at the newest version, with one row. */
  private void todos(String title) throws SQLException {
    done(tool, "reset", "00", "--yes");
    execute("INSERT INTO " + TODOS + " (title) VALUES ('" + title + "')");
  }

  /** From the newest snapshot. */
  private String restored(String titles) throws SQLException {
    done(tool, "restore", "00", "--at-its-version");
    return titles().equals(titles) ? "" : titles() + " came back, and not " + titles;
  }

  private String titles() throws SQLException {
    return value("SELECT coalesce(string_agg(title, ',' ORDER BY id), '') FROM " + TODOS);
  }

  private String version() throws SQLException {
    return value(
        "SELECT CASE WHEN count(*) = 0 THEN 4 ELSE 5 END FROM information_schema.columns"
            + " WHERE table_schema = '00_personal_todo' AND column_name = 'lost'");
  }

  private String status(String tenant) throws SQLException {
    return value(
        "SELECT coalesce(max(status::text), '') FROM \""
            + TENANTS
            + "\".tenant_registry WHERE tenant_name = '"
            + tenant
            + "'");
  }

  private String colors() throws SQLException {
    return value(
        "SELECT CASE count(*) FILTER (WHERE column_name = 'color') WHEN 0 THEN 'none' WHEN"
            + " count(DISTINCT table_schema) THEN 'all' ELSE 'some' END FROM"
            + " information_schema.columns WHERE table_schema LIKE '07\\_tenant\\_%' AND table_name"
            + " = 'notes'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = login.connect()) {
      Query.execute(connection, sql);
    }
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = login.connect()) {
      return Query.of(connection, sql).first(row -> String.valueOf(row.getString(1))).orElse("");
    }
  }

  private static void done(Tool tool, String... words) {
    Tool.Run run = tool.run(words);
    if (run.exit() != ExitCode.DONE) {
      throw new IllegalStateException(String.join(" ", words) + ": " + run.all());
    }
  }

  private void script(Path file, String what) throws IOException {
    Files.writeString(file, "ALTER TABLE \"${flyway:defaultSchema}\"." + what + ";");
  }
}
