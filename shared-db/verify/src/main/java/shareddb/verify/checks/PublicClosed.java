package shareddb.verify.checks;

import java.sql.SQLException;
import java.util.List;

/** Checks that {@code public} is empty, and that PUBLIC has no privilege on it. */
public final class PublicClosed implements Check {

  private static final String OBJECTS =
      """
      SELECT description.type || ' ' || description.identity
      FROM pg_catalog.pg_depend AS depends
      CROSS JOIN LATERAL pg_catalog.pg_identify_object(depends.classid, depends.objid, 0)
           AS description
      WHERE depends.refclassid = 'pg_catalog.pg_namespace'::regclass
        AND depends.refobjid = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'public')
        AND depends.deptype = 'n'
        -- What belongs to an extension came with it.
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS member
                        WHERE member.classid = depends.classid AND member.objid = depends.objid
                          AND member.deptype = 'e')
      ORDER BY 1
      """;

  private static final String OPEN =
      """
      SELECT DISTINCT grants.privilege_type
      FROM pg_catalog.pg_namespace,
           LATERAL aclexplode(coalesce(nspacl, acldefault('n', nspowner))) AS grants
      WHERE nspname = 'public' AND grants.grantee = 0
      ORDER BY 1
      """;

  @Override
  public String title() {
    return "public empty and closed";
  }

  private static String closing(CheckSubject subject) {
    return subject.target().isOutside(subject.settings().admin())
        ? subject.command("upgrade")
        : "./db start";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    List<String> objects = scene.texts(OBJECTS);
    if (!objects.isEmpty()) {
      return new CheckOutcome.Failed(
          objects.size() + " in public: " + String.join(", ", objects.stream().limit(5).toList()),
          "move each into its project's schema (ALTER ... SET SCHEMA), or drop it");
    }
    List<String> open = scene.texts(OPEN);
    return open.isEmpty()
        ? new CheckOutcome.Ok("nothing in it, only its owner may use it")
        : new CheckOutcome.Failed(
            "every role may use public (" + String.join(", ", open) + ")",
            closing(scene.subject())
                + "     closes it; or by hand:  REVOKE ALL ON SCHEMA public FROM PUBLIC");
  }
}
