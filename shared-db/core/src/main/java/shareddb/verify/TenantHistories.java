package shareddb.verify;

import java.sql.SQLException;
import java.util.List;
import shareddb.fleet.Member;

/** In no tenant's history is anything that is not in the files as it was applied. */
final class TenantHistories implements Check {

  @Override
  public String title() {
    return "files as applied";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    List<Member> wrong = scene.tenants().wrong();
    return wrong.isEmpty()
        ? new Outcome.Ok("in each tenant's history")
        : new Outcome.Failed(
            "history and files do not fit in " + TenantNames.of(wrong),
            scene.subject().command("current") + " --tenant " + wrong.getFirst() + "     says why");
  }
}
