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
 * What the checklist is about: a track and the target it should be applied to.
 *
 * @param environment what the module's API is started with
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

  /** The tenants of its module, where it has any. */
  public Optional<TenantModule> tenants() {
    return TenantModule.of(module());
  }

  WorkshopModule module() {
    return WorkshopModule.at(folder());
  }

  /** Whether it is about all tenants, and not about one schema. */
  public boolean isOfTenants() {
    return track.isOfTenants() && target.schema().equals(track.module().schema());
  }

  String schema() {
    return target.schema().quoted();
  }

  /** A command about this subject, to be typed as it stands. */
  public String command(String name) {
    return new NextCommand(track, target.schema()).of(name);
  }

  /** A path as somebody in the checkout would type it. */
  String shown(Path path) {
    return path.startsWith(settings.root())
        ? settings.root().relativize(path).toString()
        : path.toString();
  }
}
