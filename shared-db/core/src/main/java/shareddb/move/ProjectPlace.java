package shareddb.move;

import shareddb.migrate.Target;
import shareddb.names.GateName;
import shareddb.names.ModuleName;
import shareddb.settings.Login;
import shareddb.track.Track;

/** A project in the same tables as all others: its rows say its id. */
public record ProjectPlace(Projects projects, long id) implements Place {

  @Override
  public ModuleName module() {
    return projects.track().module();
  }

  @Override
  public Track track() {
    return projects.track();
  }

  @Override
  public Target target() {
    return projects.target();
  }

  @Override
  public Login workshop() {
    return projects.admin();
  }

  @Override
  public GateName gate() {
    return GateName.of(target().schema(), id);
  }

  @Override
  public String label() {
    return "project " + id + " of " + module();
  }
}
