package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.move.Place;
import shareddb.move.ProjectPlace;
import shareddb.move.Projects;
import shareddb.move.TenantPlace;
import shareddb.names.DomainName;
import shareddb.names.InvalidName;
import shareddb.names.ServerName;
import shareddb.names.TenantName;
import shareddb.tenants.Arrivals;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;

/**
 * From what was typed to the two places of a move.
 *
 * @param reserving whether a project that is new gets its id for good
 */
record MovePlaces(MoveOptions options, MoveSide source, MoveSide destination, boolean reserving) {

  /** From where to where. */
  record Pair(Place from, Place to) {}

  static MovePlaces of(MoveOptions options, Surroundings surroundings, boolean reserving) {
    MoveSide source = MoveSide.find(options.from(), surroundings);
    MoveSide destination = MoveSide.find(options.to(), surroundings);
    if (source.name().equals(destination.name())) {
      throw CommandFailure.usage("it is in " + source.name() + " already", "./db move --help");
    }
    if (source instanceof MoveSide.OfProjects && destination instanceof MoveSide.OfProjects) {
      throw CommandFailure.usage("both have projects, and no tenants", "./db move --help");
    }
    if (options.all() && source instanceof MoveSide.OfTenants) {
      throw CommandFailure.usage("--all is for projects; of tenants say which", "--tenant NAME");
    }
    MovePlaces places = new MovePlaces(options, source, destination, reserving);
    new MoveContradictions(places).refuse();
    return places;
  }

  /** The one that is meant, or all. */
  List<Pair> pairs() throws SQLException {
    if (!options.all()) {
      return List.of(pair(from()));
    }
    List<Pair> pairs = new ArrayList<>();
    if (source instanceof MoveSide.OfProjects(Projects projects)) {
      for (Projects.Row row : projects.active()) {
        pairs.add(pair(new ProjectPlace(projects, row.id())));
      }
    }
    return apart(pairs);
  }

  /** Two projects may have one name, and two tenants cannot. */
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

  private Place from() throws SQLException {
    return switch (source) {
      case MoveSide.OfProjects(Projects projects) ->
          new ProjectPlace(
              projects,
              options
                  .project()
                  .orElseThrow(
                      () ->
                          CommandFailure.usage(
                              "say which project moves", "--project ID, or --all")));
      case MoveSide.OfTenants(Registry registry) -> {
        TenantName name =
            name(
                options
                    .tenant()
                    .orElseThrow(
                        () -> CommandFailure.usage("say which tenant moves", "--tenant NAME")));
        yield new TenantPlace(
            registry, registry.find(name).orElseThrow(() -> TenantLines.unknown(name, registry)));
      }
    };
  }

  private Pair pair(Place from) throws SQLException {
    return new Pair(
        from,
        switch (destination) {
          case MoveSide.OfProjects(Projects projects) -> project(projects, (TenantPlace) from);
          case MoveSide.OfTenants(Registry registry) ->
              switch (from) {
                case ProjectPlace project -> tenant(registry, project);
                case TenantPlace tenant -> tenant(registry, tenant.tenant());
              };
        });
  }

  private Place project(Projects projects, TenantPlace from) throws SQLException {
    Optional<Long> id = options.project().isPresent() ? options.project() : projects.idOf(from);
    if (id.isPresent()) {
      return new ProjectPlace(projects, id.get());
    }
    return new ProjectPlace(projects, reserving ? projects.nextId() : projects.upcomingId());
  }

  private Place tenant(Registry registry, ProjectPlace from) throws SQLException {
    TenantName name =
        options.tenant().isPresent() ? name(options.tenant().get()) : DerivedName.of(from);
    DomainName domain = domain(options.domain().orElseGet(() -> DerivedName.domain(name)));
    Tenant expected =
        arrivals(registry).expected(name, domain, "standard", Optional.empty(), server());
    return new TenantPlace(registry, registry.find(expected.name()).orElse(expected));
  }

  private Place tenant(Registry registry, Tenant from) throws SQLException {
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

  private static Arrivals arrivals(Registry registry) {
    return new Arrivals(registry, Duration.ZERO);
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
