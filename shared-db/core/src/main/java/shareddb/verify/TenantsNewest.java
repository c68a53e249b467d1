package shareddb.verify;

import java.sql.SQLException;
import java.util.List;
import shareddb.fleet.Member;

/** Nothing is pending in any tenant. */
final class TenantsNewest implements Check {

  @Override
  public String title() {
    return "newest version";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    List<Member> behind = scene.tenants().behind();
    return behind.isEmpty()
        ? new Outcome.Ok("all at " + scene.subject().track().read().getLast().version())
        : new Outcome.Failed(
            behind.size() + " behind: " + TenantNames.of(behind),
            scene.subject().command("upgrade"));
  }
}
