package shareddb.cli.command.relocate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.names.DomainName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.result.TenantText;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.relocate.place.ProjectModule;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.tenants.relocate.registry.RelocatedTenants;

/**
 * Finds the source and the destination of each relocation from the options.
 *
 * @param reserving whether a new project takes its id from the sequence for good
 */
record RelocationPlaces(
    RelocationOptions options,
    RelocationModule source,
    RelocationModule destination,
    boolean reserving) {

  /** The source and the destination of one relocation. */
  record Pair(RelocationPlace from, RelocationPlace to) {}

  static RelocationPlaces of(RelocationOptions options, CommandContext context, boolean reserving) {
    RelocationModule source = RelocationModule.find(options.from(), context);
    RelocationModule destination = RelocationModule.find(options.to(), context);
    if (source.name().equals(destination.name())) {
      throw CommandFailure.usage("it is in " + source.name() + " already", "./db move --help");
    }
    if (source instanceof RelocationModule.OfProjects
        && destination instanceof RelocationModule.OfProjects) {
      throw CommandFailure.usage("both have projects, and no tenants", "./db move --help");
    }
    if (options.all() && source instanceof RelocationModule.OfTenants) {
      throw CommandFailure.usage("--all is for projects; of tenants say which", "--tenant NAME");
    }
    RelocationPlaces places = new RelocationPlaces(options, source, destination, reserving);
    new RelocationOptionCheck(places).refuse();
    return places;
  }

  /**
   * Returns the one relocation that the options name, or one for each project with {@code --all}.
   */
  List<Pair> pairs() throws SQLException {
    if (!options.all()) {
      return List.of(pair(from()));
    }
    List<Pair> pairs = new ArrayList<>();
    if (source instanceof RelocationModule.OfProjects(ProjectModule projects)) {
      for (ProjectModule.Row row : projects.active()) {
        pairs.add(pair(new ProjectPlace(projects, row.id())));
      }
    }
    return apart(pairs);
  }

  /** Fails if two projects have the same name, as two tenants cannot. */
  private static List<Pair> apart(List<Pair> pairs) {
    Map<String, Pair> first = new HashMap<>();
    for (Pair pair : pairs) {
      Pair other = first.putIfAbsent(pair.to().label(), pair);
      if (other != null) {
        throw CommandFailure.usage(
            "%s and %s would both be %s; nothing was changed"
                .formatted(other.from().label(), pair.from().label(), pair.to().label()),
            "--project %s --tenant NAME     moves one under another name"
                .formatted(((ProjectPlace) pair.from()).id()));
      }
    }
    return pairs;
  }

  private RelocationPlace from() throws SQLException {
    return switch (source) {
      case RelocationModule.OfProjects(ProjectModule projects) ->
          new ProjectPlace(
              projects,
              options
                  .project()
                  .orElseThrow(
                      () ->
                          CommandFailure.usage(
                              "say which project moves", "--project ID, or --all")));
      case RelocationModule.OfTenants(TenantRegistry registry) -> {
        TenantName name =
            name(
                options
                    .tenant()
                    .orElseThrow(
                        () -> CommandFailure.usage("say which tenant moves", "--tenant NAME")));
        yield new TenantPlace(
            registry, registry.find(name).orElseThrow(() -> TenantText.unknown(name, registry)));
      }
    };
  }

  private Pair pair(RelocationPlace from) throws SQLException {
    return new Pair(
        from,
        switch (destination) {
          case RelocationModule.OfProjects(ProjectModule projects) ->
              project(projects, (TenantPlace) from);
          case RelocationModule.OfTenants(TenantRegistry registry) ->
              switch (from) {
                case ProjectPlace project -> tenant(registry, project);
                case TenantPlace tenant -> tenant(registry, tenant.tenant());
              };
        });
  }

  private RelocationPlace project(ProjectModule projects, TenantPlace from) throws SQLException {
    Optional<Long> id = options.project().isPresent() ? options.project() : projects.idOf(from);
    if (id.isPresent()) {
      return new ProjectPlace(projects, id.get());
    }
    return new ProjectPlace(projects, reserving ? projects.nextId() : projects.upcomingId());
  }

  private RelocationPlace tenant(TenantRegistry registry, ProjectPlace from) throws SQLException {
    TenantName name =
        options.tenant().isPresent() ? name(options.tenant().get()) : DerivedTenantName.of(from);
    DomainName domain = domain(options.domain().orElseGet(() -> DerivedTenantName.domain(name)));
    Tenant expected =
        arrivals(registry).expected(name, domain, "standard", Optional.empty(), server());
    return new TenantPlace(registry, registry.find(expected.name()).orElse(expected));
  }

  private RelocationPlace tenant(TenantRegistry registry, Tenant from) throws SQLException {
    Tenant expected =
        arrivals(registry)
            .expected(from.name(), domain(from.domain()), from.type(), from.plan(), server());
    return new TenantPlace(registry, registry.find(expected.name()).orElse(expected));
  }

  private Optional<ServerName> server() {
    try {
      return options.server().typed().map(ServerName::new);
    } catch (InvalidName e) {
      throw CommandFailure.usage(String.valueOf(e.getMessage()), "./db status");
    }
  }

  private static RelocatedTenants arrivals(TenantRegistry registry) {
    return new RelocatedTenants(registry, Duration.ZERO);
  }

  private static TenantName name(String typed) {
    try {
      return new TenantName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.usage(String.valueOf(e.getMessage()), "a name such as  --tenant acme_2");
    }
  }

  private static DomainName domain(String typed) {
    try {
      return new DomainName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.usage(String.valueOf(e.getMessage()), "--domain acme.example.org");
    }
  }
}
