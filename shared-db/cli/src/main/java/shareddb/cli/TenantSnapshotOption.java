package shareddb.cli;

import picocli.CommandLine.Option;

/** {@code --snapshot}: a downgrade of tenants keeps what they lose. */
final class TenantSnapshotOption {

  @Option(
      names = "--snapshot",
      description = "of tenants: keep a snapshot of each that would lose rows")
  private boolean wanted;

  boolean wanted() {
    return wanted;
  }

  /** One schema's rows are always kept. */
  void refuseFor(Chosen chosen) {
    if (wanted) {
      throw CommandFailure.usage(
          "--snapshot is for tenants: what %s would lose is kept in a snapshot without it"
              .formatted(chosen.schema()),
          "type it without --snapshot");
    }
  }
}
