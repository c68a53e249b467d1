package shareddb.verify.checks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.base.track.NextCommand;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;
import shareddb.tenants.registry.TenantModule;

/**
 * The subject of the checklist: a track and its target.
 *
 * @param environment the environment variables that the module's API is started with
 */
public record CheckSubject(
    Settings settings, Track track, Target target, Map<String, String> environment) {

  public CheckSubject {
    environment = Map.copyOf(environment);
  }

  /** The module's folder. */
  Path folder() {
    return settings.root().resolve("workshop").resolve(track.module().value());
  }

  /** The tenants of its module, if it has any. */
  public Optional<TenantModule> tenants() {
    return TenantModule.of(module());
  }

  WorkshopModule module() {
    return WorkshopModule.at(folder());
  }

  /** Whether the subject is all tenants, and not one schema. */
  public boolean isOfTenants() {
    return track.isOfTenants() && target.schema().equals(track.module().schema());
  }

  String schema() {
    return target.schema().quoted();
  }

  /** The command about this subject, as the user can type it. */
  public String command(String name) {
    return new NextCommand(track, target.schema()).of(name);
  }

  /** The path relative to the checkout, if it is inside. */
  String shown(Path path) {
    return path.startsWith(settings.root())
        ? settings.root().relativize(path).toString()
        : path.toString();
  }
}
