package workshop.requirements.suite.tenants;

import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * A tenant for tests: active, with nothing in it.
 *
 * @param target where its schema is
 * @param key opens it, before anybody owns it too
 */
public record MadeTenant(String name, Target target, String key, String domain) {

  public static MadeTenant of(String name, Target target) {
    return new MadeTenant(name, target, "wsk_" + name, name + ".example.org");
  }

  public SchemaName schema() {
    return target.schema();
  }
}
