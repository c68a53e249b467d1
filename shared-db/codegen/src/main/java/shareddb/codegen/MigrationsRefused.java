package shareddb.codegen;

import shareddb.migrate.UpgradeResult;

/** The migrations could not be applied to an empty database. */
final class MigrationsRefused extends Exception {
  private static final long serialVersionUID = 1L;

  MigrationsRefused(UpgradeResult result) {
    super("its migrations cannot be applied to an empty database: " + reason(result));
  }

  private static String reason(UpgradeResult result) {
    return result instanceof UpgradeResult.Failed failed ? failed.report() : result.toString();
  }
}
