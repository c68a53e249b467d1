package shareddb.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import shareddb.names.DomainName;
import shareddb.names.InvalidName;
import shareddb.names.Legible;
import shareddb.names.Nearest;
import shareddb.names.TenantName;

/** A tenant to be, of which everything is right that can be told without the registry. */
record Newcomer(TenantName name, DomainName domain, String type, TenantKey key) {

  /** Whether a wish is one. */
  sealed interface Check {

    record Right(Newcomer newcomer) implements Check {}

    /** All that is wrong with it. */
    record Wrong(List<String> problems) implements Check {}
  }

  static Check check(TenantWish wish, List<String> types) {
    List<String> problems = new ArrayList<>();
    collect(wish.name(), TenantName::new, problems);
    collect(wish.domain(), DomainName::new, problems);
    if (!types.contains(wish.type())) {
      problems.add(noType(wish.type(), types));
    }
    return problems.isEmpty()
        ? new Check.Right(
            new Newcomer(
                new TenantName(wish.name()),
                new DomainName(wish.domain()),
                wish.type(),
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

  private static String noType(String typed, List<String> types) {
    return "there is no type \""
        + Legible.of(typed)
        + "\""
        + Nearest.to(typed, types)
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse(types.stream().collect(Collectors.joining(", ", "; there is ", "")));
  }
}
