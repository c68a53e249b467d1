package shareddb.verify.checks;

import java.sql.SQLException;

/** Checks that the schema exists in the database. */
public final class SchemaThere implements Check {

  @Override
  public String title() {
    return "schema";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    CheckSubject subject = scene.subject();
    String sql = "SELECT nspowner::regrole FROM pg_catalog.pg_namespace WHERE nspname = ?";
    return scene
        .text(sql, subject.target().schema().value())
        .map(owner -> (CheckOutcome) new CheckOutcome.Ok(subject.schema() + ", owned by " + owner))
        .orElseGet(
            () ->
                new CheckOutcome.Failed(
                    subject.schema() + " is not in database " + subject.target().admin().database(),
                    subject.command("upgrade")));
  }
}
