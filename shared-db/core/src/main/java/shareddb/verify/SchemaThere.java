package shareddb.verify;

import java.sql.SQLException;

/** The schema is in the database. */
final class SchemaThere implements Check {

  @Override
  public String title() {
    return "schema";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    Subject subject = scene.subject();
    String sql = "SELECT nspowner::regrole FROM pg_catalog.pg_namespace WHERE nspname = ?";
    return scene
        .text(sql, subject.target().schema().value())
        .map(owner -> (Outcome) new Outcome.Ok(subject.schema() + ", owned by " + owner))
        .orElseGet(
            () ->
                new Outcome.Failed(
                    subject.schema() + " is not in database " + subject.target().admin().database(),
                    subject.command("upgrade")));
  }
}
