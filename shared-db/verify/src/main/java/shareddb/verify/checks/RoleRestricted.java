package shareddb.verify.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.RoleName;
import shareddb.base.settings.ServerChoice;
import shareddb.migrate.role.ApiRole;
import shareddb.tenants.registry.TenantModule;

/**
 * Checks that the role of the module's API can log in, use its own schema's data, and do nothing
 * else.
 */
public final class RoleRestricted implements Check {

  /**
   * Each query lists rights that the role should not have; its parameters are the role and the
   * schema.
   */
  private static final List<String> QUERIES = RoleQueries.all();

  @Override
  public String title() {
    return "role of the API restricted";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    CheckSubject subject = scene.subject();
    RoleName role = subject.target().apiRole();
    String exists = "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ?";
    if (scene.text(exists, role.value()).isEmpty()) {
      return new CheckOutcome.Failed(
          "there is no role " + role.quoted(), subject.command("upgrade") + "     makes it");
    }
    List<String> tooMuch = new ArrayList<>();
    for (String query : QUERIES) {
      tooMuch.addAll(scene.texts(query, role.value(), subject.target().schema().value()));
    }
    tooMuch.addAll(
        scene.texts(
            RoleQueries.MEMBERSHIPS,
            role.value(),
            subject.target().schema().value(),
            subject.tenants().map(TenantModule::prefix).orElse("no tenant: ")));
    if (subject.settings().choice() != ServerChoice.EXTERNAL) {
      tooMuch.addAll(new OtherDatabases(subject, role).open(scene));
    }
    return tooMuch.isEmpty() ? login(subject, role) : widened(role, tooMuch, subject);
  }

  private static CheckOutcome login(CheckSubject subject, RoleName role) {
    try (Connection connection = ApiRole.login(subject.target()).connect()) {
      return new CheckOutcome.Ok(
          role.quoted()
              + " logs in to "
              + connection.getCatalog()
              + ", has its schema and no more");
    } catch (SQLException e) {
      return new CheckOutcome.Failed(
          role.quoted() + " cannot log in: " + e.getMessage(),
          subject.command("upgrade") + "     sets its password anew");
    }
  }

  private static CheckOutcome widened(RoleName role, List<String> tooMuch, CheckSubject subject) {
    return new CheckOutcome.Failed(
        role.quoted() + " may do more than it should:\n" + String.join("\n", tooMuch),
        "take it back (REVOKE ... FROM "
            + role.quoted()
            + "), and grant in the migrations of "
            + subject.track().label()
            + " only");
  }
}
