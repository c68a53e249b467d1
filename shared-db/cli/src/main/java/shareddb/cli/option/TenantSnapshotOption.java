package shareddb.cli.option;

import picocli.CommandLine.Option;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;

/** {@code --snapshot}: a downgrade of tenants keeps what they lose. */
public final class TenantSnapshotOption {

  @Option(
      names = "--snapshot",
      description = "of tenants: keep a snapshot of each that would lose rows")
  private boolean wanted;

  public boolean wanted() {
    return wanted;
  }

  /** One schema's rows are always kept. */
  public void refuseFor(SelectedTarget chosen) {
    if (wanted) {
      throw CommandFailure.usage(
          "--snapshot is for tenants: what %s would lose is kept in a snapshot without it"
              .formatted(chosen.schema()),
          "type it without --snapshot");
    }
  }
}
