package shareddb.cli.command.learn;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.output.CountText;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TrackLookup;
import shareddb.tenants.lifecycle.RemoveResult;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * The tenants that a module has already when its lesson begins. The lesson resets the registry, and
 * then adds tenants of the same names, so these are removed first.
 */
record LessonTenants(TenantRegistry registry, List<Tenant> all, CommandContext context) {

  /** Empty if the module has no tenants, or no registry of them yet. */
  static Optional<LessonTenants> of(Track track, CommandContext context) throws SQLException {
    var module = TrackLookup.tenantsOf(track, context);
    if (module.isEmpty()) {
      return Optional.empty();
    }
    TenantRegistry registry = new TenantRegistry(context.settings(), module.get());
    List<Tenant> all = new ArrayList<>();
    try {
      registry.each(Optional.empty(), all::add);
    } catch (MissingRegistry e) {
      return Optional.empty();
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new LessonTenants(registry, all, context));
  }

  /** Such as {@code 2 tenants}. */
  String count() {
    return CountText.of(all.size(), "tenant");
  }

  /** Removes each, and keeps a snapshot of it. */
  void remove() throws SQLException {
    for (Tenant tenant : all) {
      RemoveResult result =
          ProgressLine.during(
              "removing " + tenant.name(),
              context.terminal(),
              progress -> TenantText.tenants(registry, context).remove(tenant.name(), progress));
      if (!(result instanceof RemoveResult.Removed)) {
        throw CommandFailure.failed(
            "tenant %s of %s cannot be removed; the lesson has not begun"
                .formatted(tenant.name(), registry.module().name()),
            "./db tenants remove %1$s --module %2$s --yes %1$s     says why"
                .formatted(tenant.name(), registry.module().name()));
      }
    }
    context
        .terminal()
        .print(
            "%s %s removed; a snapshot of each is kept"
                .formatted(context.terminal().tick(), count()));
  }
}
