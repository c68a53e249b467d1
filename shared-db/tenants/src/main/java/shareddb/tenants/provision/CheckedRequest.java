package shareddb.tenants.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import shareddb.base.names.DomainName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.NearestName;
import shareddb.base.names.PrintableText;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantRegistry;

/**
 * A request for a tenant that passed all checks that need no registry.
 *
 * @param server the server of its database, if the request names one
 */
record CheckedRequest(
    TenantName name, DomainName domain, String type, Optional<ServerName> server, TenantKey key) {

  /** The outcome of checking a request. */
  sealed interface Check {

    record Right(CheckedRequest newcomer) implements Check {}

    /** All problems of the request. */
    record Wrong(List<String> problems) implements Check {}
  }

  static Check check(TenantRequest wish, List<String> types, TenantRegistry registry) {
    List<String> problems = new ArrayList<>();
    collect(wish.name(), TenantName::new, problems);
    collect(wish.domain(), DomainName::new, problems);
    if (!types.contains(wish.type())) {
      problems.add(noType(wish.type(), types));
    }
    wish.server().flatMap(server -> noServer(server, registry)).ifPresent(problems::add);
    return problems.isEmpty()
        ? new Check.Right(
            new CheckedRequest(
                new TenantName(wish.name()),
                new DomainName(wish.domain()),
                wish.type(),
                wish.server().map(ServerName::new),
                TenantKey.fresh()))
        : new Check.Wrong(List.copyOf(problems));
  }

  private static void collect(String text, Consumer<String> name, List<String> problems) {
    try {
      name.accept(text);
    } catch (InvalidName e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> noServer(String typed, TenantRegistry registry) {
    if (registry.module().databases().isEmpty()) {
      return Optional.of(
          "no server can be chosen: the tenants of "
              + registry.module().name()
              + " are all in the workshop's database");
    }
    List<String> known = registry.servers().names().stream().map(ServerName::value).toList();
    return known.contains(typed)
        ? Optional.empty()
        : Optional.of(
            "there is no server \""
                + PrintableText.of(typed)
                + "\" in the settings; there is "
                + String.join(", ", known));
  }

  private static String noType(String typed, List<String> types) {
    return "there is no type \""
        + PrintableText.of(typed)
        + "\""
        + NearestName.to(typed, types)
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse(types.stream().collect(Collectors.joining(", ", "; there is ", "")));
  }
}
