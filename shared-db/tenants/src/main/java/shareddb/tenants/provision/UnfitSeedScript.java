package shareddb.tenants.provision;

import java.nio.file.Path;

/** A seed script cannot be part of one transaction. */
final class UnfitSeedScript extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitSeedScript(Path file) {
    super(file.getFileName() + " cannot be part of one transaction: it ends it, or runs alone");
  }
}
