package shareddb.cli.selection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackDatabase;
import shareddb.base.track.Workshop;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.DatabaseOption;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.fleet.run.FleetOptions.Roles;

/** A target's own database that is missing: it is created, or refused as mistyped. */
public final class MissingDatabase {

  private static final String NOT_ALLOWED = "42501";

  private MissingDatabase() {}

  /**
   * Creates the database and closes it to other roles. The workshop's own database is created with
   * the server.
   */
  public static void make(SelectedTarget chosen) throws SQLException {
    Target target = chosen.target();
    if (!chosen.isInDatabaseOfItsOwn()) {
      return;
    }
    try {
      ServerDatabases.ensure(server(chosen), target.admin().database());
    } catch (SQLException e) {
      if (NOT_ALLOWED.equals(e.getSQLState())) {
        throw mayNot(target.admin());
      }
      throw e;
    }
  }

  /**
   * Refuses to create a database that is neither its module's nor a tenant's, as its name may be
   * mistyped.
   */
  static void refuseMistyped(SelectedTarget chosen) throws SQLException {
    DatabaseName name = chosen.target().admin().database();
    if (chosen.isInExpectedDatabase() || ServerDatabases.exists(chosen.settings().admin(), name)) {
      return;
    }
    throw CommandFailure.failed(
        "there is no database %s, and it is neither that of %s nor a tenant's; nothing was changed"
            .formatted(name.quoted(), chosen.track().module()),
        ("type another name behind --database (or in %s)\n"
                + "or make it:  ./db sql %s --admin 'CREATE DATABASE %s'")
            .formatted(DatabaseOption.VARIABLE, chosen.track().label(), name.quoted()));
  }

  /** Creates the database and the role that a tenant's schema needs before it is created again. */
  public static void prepare(SelectedTarget chosen, CommandContext context) throws SQLException {
    if (chosen.tenant().isEmpty()) {
      return;
    }
    make(chosen);
    Roles roles = TrackLookup.tenantsOf(chosen.track(), context).orElseThrow().roles();
    try (Connection connection = chosen.target().admin().reading().connect()) {
      roles.ensure(connection, List.of(chosen.target()));
    }
  }

  private static CommandFailure mayNot(Login admin) {
    return CommandFailure.failed(
        "there is no database " + admin.database() + ", and " + admin.user() + " may not create it",
        "as that server's administrator:  CREATE DATABASE %s OWNER \"%s\""
            .formatted(admin.database().quoted(), admin.user()));
  }

  /** Returns a login for the target's server, which may be another server than the workshop's. */
  private static Login server(SelectedTarget chosen) {
    Login workshops = chosen.settings().admin();
    Login there = chosen.target().admin();
    return there.address().equals(workshops.address())
        ? workshops
        : there.to(ServerDatabases.MAINTENANCE);
  }

  /** Returns the track whose database is missing, according to the message of Postgres. */
  public static Optional<Track> track(String message, Workshop workshop) {
    return workshop.tracks().stream()
        .filter(track -> name(track).filter(n -> message.contains(n.quoted())).isPresent())
        .findFirst();
  }

  private static Optional<DatabaseName> name(Track track) {
    return track.database() instanceof TrackDatabase.Named(DatabaseName name)
        ? Optional.of(name)
        : Optional.empty();
  }
}
