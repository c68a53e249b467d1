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

/** The database of a track's own, where it is not there yet. */
public final class MissingDatabase {

  private static final String NOT_ALLOWED = "42501";

  private MissingDatabase() {}

  /** An upgrade makes it, and closes it to strangers; the workshop's own is the server's. */
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

  /** One that is neither its module's nor a tenant's is not made: its name may be mistyped. */
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

  /** What a tenant's schema needs before it is made anew: its database, and its role. */
  public static void prepare(SelectedTarget chosen, CommandContext surroundings)
      throws SQLException {
    if (chosen.tenant().isEmpty()) {
      return;
    }
    make(chosen);
    Roles roles = TrackLookup.tenantsOf(chosen.track(), surroundings).orElseThrow().roles();
    try (Connection connection = chosen.target().admin().connect()) {
      roles.ensure(connection, List.of(chosen.target()));
    }
  }

  private static CommandFailure mayNot(Login admin) {
    return CommandFailure.failed(
        "there is no database " + admin.database() + ", and " + admin.user() + " may not create it",
        "as that server's administrator:  CREATE DATABASE %s OWNER \"%s\""
            .formatted(admin.database().quoted(), admin.user()));
  }

  /** It may be another server than the workshop's. */
  private static Login server(SelectedTarget chosen) {
    Login workshops = chosen.settings().admin();
    Login there = chosen.target().admin();
    return there.address().equals(workshops.address())
        ? workshops
        : there.to(ServerDatabases.MAINTENANCE);
  }

  /** The track whose database it is that Postgres says is not there. */
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
