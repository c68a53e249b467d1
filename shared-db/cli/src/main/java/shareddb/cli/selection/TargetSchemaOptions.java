package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.DatabaseOption;
import shareddb.cli.option.SchemaOption;
import shareddb.cli.option.TenantOption;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;

/** The options that choose the target of a track: part, tenant, schema and database. */
public final class TargetSchemaOptions {

  @Option(
      names = "--track",
      paramLabel = "PART",
      description = "of a module of several tracks this one, such as shared or tenant")
  private @Nullable String part;

  @Mixin private final TenantOption tenant = new TenantOption();

  @Mixin private final SchemaOption schema = new SchemaOption();

  @Mixin private final DatabaseOption database = new DatabaseOption();

  /** Returns the targets of this track that the user named. */
  Selection aim(String track, CommandContext context) throws SQLException {
    List<Track> tracks = TrackLookup.find(track, Optional.ofNullable(part), context);
    Optional<DatabaseName> named = database.in(context);
    if (named.isPresent()) {
      refuseBoth();
      return new DatabaseLookup(named.get(), schema, context).aim(tracks);
    }
    return TrackLookup.tenantsOf(tracks.getFirst(), context)
        .map(module -> aim(tracks, module, context))
        .orElseGet(() -> withoutTenants(tracks, context));
  }

  /** Returns the one target that this command needs. */
  public SelectedTarget in(String command, String track, CommandContext context)
      throws SQLException {
    return switch (aim(track, context)) {
      case Selection.One(SelectedTarget chosen) -> chosen;
      case Selection.Tenants(TenantFleet fleet) when fleet.only().size() == 1 ->
          fleet.one(fleet.only().getFirst());
      case Selection.Tenants(TenantFleet fleet) -> throw needsOne(fleet, command, "");
      case Selection.WholeModule(SelectedTarget shared, TenantFleet fleet) ->
          throw needsOne(fleet, command, shared.command(command) + "\nor  ");
      case Selection.Tracks(List<SelectedTarget> all) -> throw needsOne(all, command);
    };
  }

  /** Returns whether the command line names another target than the usual one. */
  public boolean isNarrowed() {
    return part != null || tenant.isThere() || schema.typed().isPresent() || database.isTyped();
  }

  private void refuseBoth() {
    if (tenant.isThere()) {
      throw CommandFailure.usage(
          "--tenant says already which database is meant",
          "type it without --database (and without " + DatabaseOption.VARIABLE + ")");
    }
  }

  public static SelectedTarget choose(Track found, SchemaOption schema, CommandContext context) {
    SchemaName name = schema.in(context).map(SchemaName::new).orElse(found.module().schema());
    if (name.equals(SchemaName.OF_THE_TOOL)) {
      throw CommandFailure.usage(
          "schema " + name.quoted() + " is the tool's own: the journal is in it",
          "choose another --schema");
    }
    Settings settings = context.settings();
    return new SelectedTarget(settings, found, Target.of(settings.admin(), found, name));
  }

  private Selection aim(List<Track> tracks, TenantModule module, CommandContext context) {
    Settings settings = context.settings();
    TenantRegistry registry = new TenantRegistry(settings, module);
    TenantFleet fleet = new TenantFleet(settings, registry, tenant.names());
    boolean isShared = tracks.equals(List.of(module.shared()));
    boolean hasSchema = schema.in(context).isPresent();
    if (tenant.isThere()) {
      refuseBoth(isShared, fleet);
      return new Selection.Tenants(fleet);
    }
    if (tracks.size() > 1) {
      refuseSchema(hasSchema, module);
      return new Selection.WholeModule(SelectedTarget.usual(settings, module.shared()), fleet);
    }
    return isShared || hasSchema
        ? new Selection.One(ofNoTenant(choose(tracks.getFirst(), schema, context), module))
        : new Selection.Tenants(fleet);
  }

  private Selection withoutTenants(List<Track> tracks, CommandContext context) {
    if (tenant.isThere()) {
      String whose = tracks.size() == 1 ? tracks.getFirst().label() : module(tracks);
      throw CommandFailure.usage(whose + " has no tenants", "type it without --tenant");
    }
    List<SelectedTarget> all = tracks.stream().map(t -> choose(t, schema, context)).toList();
    return all.size() == 1 ? new Selection.One(all.getFirst()) : new Selection.Tracks(all);
  }

  private static String module(List<Track> tracks) {
    return tracks.getFirst().module().value();
  }

  private void refuseBoth(boolean isShared, TenantFleet fleet) {
    if (isShared) {
      throw CommandFailure.usage(
          fleet.registry().module().shared().label() + " is what all tenants share",
          "type it without --tenant, or  " + fleet.label());
    }
    if (schema.typed().isPresent()) {
      throw CommandFailure.usage(
          "--tenant says already which schema is meant", "type it without --schema");
    }
  }

  private static void refuseSchema(boolean hasSchema, TenantModule module) {
    if (hasSchema) {
      throw CommandFailure.usage(
          module.name() + " has several schemas, and --schema (or WORKSHOP_SCHEMA) names one",
          "say whose it is:  " + module.shared().label() + "  or  " + module.tenant().label());
    }
  }

  /**
   * Refuses a tenant's schema if the tenant is not named, as a tenant's schema has a role of its
   * own.
   */
  private static SelectedTarget ofNoTenant(SelectedTarget chosen, TenantModule module) {
    if (module.couldOwn(chosen.target().schema())) {
      throw CommandFailure.usage(
          chosen.schema() + " is a tenant's",
          "say which:  --tenant NAME     (all there are:  ./db tenants list)");
    }
    return chosen;
  }

  public static CommandFailure needsOne(List<SelectedTarget> all, String command) {
    return CommandFailure.usage(
        all.getFirst().track().module() + " has several tracks, and " + command + " works on one",
        all.stream().map(chosen -> chosen.command(command)).collect(Collectors.joining("\nor  ")));
  }

  private static CommandFailure needsOne(TenantFleet fleet, String command, String shared) {
    return CommandFailure.usage(
        fleet.label() + " has a schema for each tenant, and " + command + " works on one",
        "%s./db %s %s --tenant NAME     (all there are:  ./db tenants list)"
            .formatted(shared, command, fleet.label()));
  }
}
