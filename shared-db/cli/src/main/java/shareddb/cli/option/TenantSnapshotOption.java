package shareddb.cli.option;

import picocli.CommandLine.Option;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;

/**
 * The option {@code --snapshot}: a downgrade of tenants keeps a snapshot of each tenant that loses
 * rows.
 */
public final class TenantSnapshotOption {

  @Option(
      names = "--snapshot",
      description = "of tenants: keep a snapshot of each that would lose rows")
  private boolean wanted;

  public boolean wanted() {
    return wanted;
  }

  /** Refuses the option for a single schema, whose snapshot is always taken. */
  public void refuseFor(SelectedTarget chosen) {
    if (wanted) {
      throw CommandFailure.usage(
          "--snapshot is for tenants: what %s would lose is kept in a snapshot without it"
              .formatted(chosen.schema()),
          "type it without --snapshot");
    }
  }
}
