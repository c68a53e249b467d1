package shareddb.cli.command.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Track;
import shareddb.base.track.TrackDatabase;
import shareddb.cli.command.CommandContext;
import shareddb.cli.result.ServerText;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.migrate.overview.TargetOverview;
import shareddb.migrate.overview.TargetStatus;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerStatus;

/**
 * Looks at the server: whether it answers, and which schemas, databases and roles belong to no
 * track, tenant or learner. Databases and roles are looked at only on a server that the tool
 * started: on another one they may belong to anybody.
 */
record ServerFindings(CommandContext context) {

  /** A role whose name ends so may be an API's. */
  private static final String ROLES =
      """
      SELECT rolname FROM pg_catalog.pg_roles
      WHERE rolname LIKE '%\\_api' AND NOT rolsuper
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_shdepend
                        WHERE refclassid = 'pg_authid'::regclass AND refobjid = pg_roles.oid
                          AND classid <> 'pg_database'::regclass)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members WHERE roleid = pg_roles.oid
                        OR member = pg_roles.oid)
      ORDER BY rolname
      """;

  List<DoctorFinding> all() throws SQLException {
    ServerStatus status = WorkshopServer.of(context.settings()).status();
    if (status.problem().isPresent()) {
      return List.of(
          DoctorFinding.wrong(
              "server", status.problem().get().what(), status.problem().get().next()));
    }
    if (!status.running()) {
      return List.of(DoctorFinding.wrong("server", "it does not run", "./db start"));
    }
    List<DoctorFinding> all = new ArrayList<>();
    all.add(DoctorFinding.fine("server", ServerText.title(status)));
    List<DoctorFinding> strays = new ArrayList<>(schemas());
    if (status.kind() != ServerKind.EXTERNAL) {
      strays.addAll(databases());
      strays.addAll(roles());
    }
    all.addAll(
        strays.isEmpty()
            ? List.of(
                DoctorFinding.fine("strays", "each schema, database and role belongs to something"))
            : strays);
    return all;
  }

  private List<DoctorFinding> schemas() throws SQLException {
    return TargetOverview.of(context.settings().admin(), context.workshop().tracks()).stream()
        .filter(target -> target.track().isEmpty() && !target.isOfTheTool())
        .filter(target -> !target.schema().value().startsWith("learn_"))
        .map(this::schema)
        .toList();
  }

  private DoctorFinding schema(TargetStatus stray) {
    SchemaName schema = stray.schema();
    return DoctorFinding.wrong(
        "strays",
        "schema " + schema.quoted() + " in " + stray.database() + " follows no track",
        sql("DROP SCHEMA " + schema.quoted() + " CASCADE"));
  }

  private List<DoctorFinding> databases() throws SQLException {
    Login admin = context.settings().admin();
    Set<String> known = new TreeSet<>(List.of("postgres", admin.database().value()));
    known.add(ClassDatabase.name(admin).value());
    List<TrackDatabase.EachTenants> tenants = new ArrayList<>();
    for (Track track : context.workshop().tracks()) {
      switch (track.database()) {
        case TrackDatabase.Named(DatabaseName name) -> known.add(name.value());
        case TrackDatabase.EachTenants each -> tenants.add(each);
        case TrackDatabase.Workshops ignored -> {}
        case TrackDatabase.Unclear ignored -> {}
      }
    }
    String sql =
        "SELECT datname FROM pg_catalog.pg_database WHERE NOT datistemplate ORDER BY datname";
    return names(sql).stream()
        .filter(name -> !known.contains(name))
        .map(DatabaseName::new)
        .filter(name -> tenants.stream().noneMatch(each -> each.tenant(name).isPresent()))
        .map(
            name ->
                DoctorFinding.wrong(
                    "strays",
                    "database " + name + " belongs to no track",
                    sql("DROP DATABASE " + name.quoted())))
        .toList();
  }

  /** The role of a track stays while its schema is reset or not made yet. */
  private List<DoctorFinding> roles() throws SQLException {
    Set<String> known = new TreeSet<>(Set.of("learn_api"));
    for (Track track : context.workshop().tracks()) {
      known.add(track.apiRole(track.module().schema()).value());
      known.add(RoleName.apiOf(track.module().schema()).value());
    }
    return names(ROLES).stream()
        .filter(role -> !known.contains(role))
        .map(RoleName::new)
        .map(
            role ->
                DoctorFinding.wrong(
                    "strays",
                    "role " + role + " has no rights in any schema",
                    sql("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role.quoted()))))
        .toList();
  }

  private List<String> names(String sql) throws SQLException {
    try (Connection connection = context.settings().admin().reading().connect()) {
      return Query.of(connection, sql).list(row -> row.getString(1));
    }
  }

  /** Typed in the first track's schema, which has nothing to do with it. */
  private String sql(String statement) {
    String track =
        context.workshop().tracks().stream().findFirst().map(Track::label).orElse("TRACK");
    return "./db sql %s --admin '%s'".formatted(track, statement.replace("'", "'\\''"));
  }
}
