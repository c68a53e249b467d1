package shareddb.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.settings.Login;

/** All operations that the trial loses the COMMITs of, in a checkout of their own. */
final class LostOperations {

  private final LostTrialGround ground;

  private LostOperations(LostTrialGround ground) {
    this.ground = ground;
  }

  static List<LostOperation> in(Path root, Login login, String port) throws Exception {
    LostTrialGround ground = LostTrialGround.in(root, login, port);
    LostOperations all = new LostOperations(ground);
    List<LostOperation> operations =
        new ArrayList<>(List.of(all.reset(), all.restore(), all.upgrade(), all.downgrade()));
    operations.addAll(LostTenantOperations.on(ground));
    operations.add(all.move());
    return List.copyOf(operations);
  }

  private LostOperation reset() {
    return new LostOperation(
        "reset",
        "COMMIT",
        "DROP SCHEMA",
        false,
        () -> todos("old"),
        () -> ground.lossy.run("reset", "00", "--yes", "--wait", "1"),
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
          LostTrialGround.done(
              ground.tool, "snapshot", "00", "--name", "mine" + ground.number.incrementAndGet());
          ground.execute("INSERT INTO " + LostTrialGround.TODOS + " (title) VALUES ('more')");
        },
        () -> ground.lossy.run("restore", "00", "mine" + ground.number.get(), "--wait", "1"),
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
          LostTrialGround.done(ground.tool, "downgrade", "00", "--yes");
        },
        () -> ground.lossy.run("upgrade", "00", "--wait", "1"),
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
          ground.execute("UPDATE " + LostTrialGround.TODOS + " SET lost = 'kept'");
        },
        () -> ground.lossy.run("downgrade", "00", "--yes", "--wait", "1"),
        this::version,
        "5",
        "4",
        () -> {
          String fault = restored("old");
          String lost = ground.value("SELECT lost FROM " + LostTrialGround.TODOS);
          return fault.isEmpty() && !"kept".equals(lost) ? "lost is " + lost : fault;
        });
  }

  private LostOperation move() {
    return new LostOperation(
        "move",
        "COMMIT",
        "SET status = $1, moved_to",
        false,
        () ->
            ground.execute(
                "INSERT INTO "
                    + LostTrialGround.SPACE
                    + ".projects (name) VALUES ('Shed "
                    + ground.number.incrementAndGet()
                    + "')"),
        () -> ground.lossyCheckout.run("move", "--from", "02", "--to", "03", "--project", newest()),
        () ->
            ground.value(
                "SELECT status FROM "
                    + LostTrialGround.SPACE
                    + ".projects ORDER BY id DESC LIMIT 1"),
        "active",
        "moved",
        () -> {
          LostTrialGround.done(
              ground.checkout, "move", "--from", "02", "--to", "03", "--project", newest());
          return "";
        });
  }

  private String newest() {
    try {
      return ground.value("SELECT max(id) FROM " + LostTrialGround.SPACE + ".projects");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The schema anew, at the newest version, with one row. */
  private void todos(String title) throws SQLException {
    LostTrialGround.done(ground.tool, "reset", "00", "--yes");
    ground.execute("INSERT INTO " + LostTrialGround.TODOS + " (title) VALUES ('" + title + "')");
  }

  /** From the newest snapshot. */
  private String restored(String titles) throws SQLException {
    LostTrialGround.done(ground.tool, "restore", "00", "--at-its-version");
    return titles().equals(titles) ? "" : titles() + " came back, and not " + titles;
  }

  private String titles() throws SQLException {
    return ground.value(
        "SELECT coalesce(string_agg(title, ',' ORDER BY id), '') FROM " + LostTrialGround.TODOS);
  }

  private String version() throws SQLException {
    return ground.value(
        "SELECT CASE WHEN count(*) = 0 THEN 4 ELSE 5 END FROM information_schema.columns"
            + " WHERE table_schema = '00_personal_todo' AND column_name = 'lost'");
  }
}
