package shareddb.cli;

import java.util.Locale;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandName;
import shareddb.cli.command.fleet.TenantBaselineCommand;
import shareddb.cli.command.fleet.TenantDowngradeCommand;
import shareddb.cli.command.fleet.TenantDriftCommand;
import shareddb.cli.command.fleet.TenantRunCommand;
import shareddb.cli.command.fleet.TenantRunsCommand;
import shareddb.cli.command.fleet.TenantStatusCommand;
import shareddb.cli.command.fleet.TenantUpgradeCommand;
import shareddb.cli.command.rows.TenantSqlCommand;
import shareddb.cli.command.tenants.TenantAddBatchCommand;
import shareddb.cli.command.tenants.TenantAddCommand;
import shareddb.cli.command.tenants.TenantAdminKeyCommand;
import shareddb.cli.command.tenants.TenantListCommand;
import shareddb.cli.command.tenants.TenantRemoveCommand;
import shareddb.cli.command.tenants.TenantResumeCommand;
import shareddb.cli.command.tenants.TenantRotateKeyCommand;
import shareddb.cli.command.tenants.TenantShowCommand;
import shareddb.cli.command.tenants.TenantSuspendCommand;

/** The commands behind {@code ./db tenants}, in the order of the help. */
enum TenantCommands implements CommandName {
  ADD("NAME", "one more: its schema, its first rows, its key"),
  ADD_BATCH("FILE.csv", "many, from lines of name,domain,type"),
  LIST("", "all there are, and how they stand"),
  SHOW("NAME", "one of them, with its version and size"),
  SUSPEND("NAME", "its requests are refused; its rows stay"),
  RESUME("NAME", "it is served again; what was begun and failed is gone on with"),
  ROTATE_KEY("NAME", "a new key; the old one stops counting at once"),
  REMOVE("NAME", "drop its schema; a snapshot is kept"),
  ADMIN_KEY("", "what the routes /admin/tenants of the module's API want to be shown"),
  STATUS("", "how many are at which version, and what is not as it should be"),
  UPGRADE("", "apply what is pending to all, or to some"),
  DOWNGRADE("", "undo what is above one version"),
  BASELINE("", "take over schemas that have no history, grouped by what they are"),
  DRIFT("", "are their schemas what the migrations make?"),
  SQL("\"SELECT …\"", "one statement on all, or some; it only reads, unless --write is there"),
  RUNS("", "what was done to many at once, and how it ended"),
  RUN("NUMBER", "one of these runs, tenant by tenant, those that failed first");

  private final String arguments;
  private final String summary;

  TenantCommands(String arguments, String summary) {
    this.arguments = arguments;
    this.summary = summary;
  }

  @Override
  public String typed() {
    return Commands.TENANTS.typed() + " " + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String arguments() {
    return arguments;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Command make() {
    return switch (this) {
      case ADD -> new TenantAddCommand();
      case ADD_BATCH -> new TenantAddBatchCommand();
      case LIST -> new TenantListCommand();
      case SHOW -> new TenantShowCommand();
      case SUSPEND -> new TenantSuspendCommand();
      case RESUME -> new TenantResumeCommand();
      case ROTATE_KEY -> new TenantRotateKeyCommand();
      case REMOVE -> new TenantRemoveCommand();
      case ADMIN_KEY -> new TenantAdminKeyCommand();
      case STATUS -> new TenantStatusCommand();
      case UPGRADE -> new TenantUpgradeCommand();
      case DOWNGRADE -> new TenantDowngradeCommand();
      case BASELINE -> new TenantBaselineCommand();
      case DRIFT -> new TenantDriftCommand();
      case SQL -> new TenantSqlCommand();
      case RUNS -> new TenantRunsCommand();
      case RUN -> new TenantRunCommand();
    };
  }
}
