package shareddb.cli.blueprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;

/** Whether a new module may have a name, and which one it may have instead. */
final class NameCheck {

  /** Longer ones make classes whose lines are too long. */
  private static final int LONGEST = 50;

  /** What is proposed to who typed nothing that could be kept. */
  private static final String OTHER = "_my_project";

  private final List<ModuleName> taken;

  NameCheck(Workshop workshop) {
    this.taken = workshop.modules().stream().map(WorkshopModule::name).toList();
  }

  /** Nothing where all is well. */
  Optional<NewModuleResult.Refused> refusal(String typed) {
    return found(typed)
        .map(
            refused ->
                found(refused.instead()).isEmpty()
                    ? refused
                    : new NewModuleResult.Refused(refused.what(), free() + OTHER));
  }

  private Optional<NewModuleResult.Refused> found(String typed) {
    if (!ModuleName.isOne(typed)) {
      return refused(
          "\"%s\" is no name of a module: that is two digits and lower-case words".formatted(typed),
          free() + words(typed));
    }
    if (typed.length() > LONGEST) {
      return refused(
          "a module's name has at most %d characters, not %d".formatted(LONGEST, typed.length()),
          free() + OTHER);
    }
    ModuleName name = new ModuleName(typed);
    return taken.stream()
        .flatMap(other -> clash(name, other).stream())
        .findFirst()
        .or(() -> isPackage(name) ? Optional.empty() : noPackage(name));
  }

  private Optional<NewModuleResult.Refused> clash(ModuleName name, ModuleName other) {
    String number = other.value().substring(0, 2);
    if (name.equals(other)) {
      return refused("there is a module %s already".formatted(other), free() + OTHER);
    }
    if (name.words().equals(other.words())) {
      return refused(
          "its classes would be where those of %s are: in workshop.%s"
              .formatted(other, other.words()),
          free() + name.value().substring(2) + "_again");
    }
    return name.value().startsWith(number)
        ? refused(
            "the number %s is taken by %s".formatted(number, other),
            free() + name.value().substring(2))
        : Optional.empty();
  }

  private Optional<NewModuleResult.Refused> noPackage(ModuleName name) {
    return refused(
        "its classes cannot be in a package workshop.%s".formatted(name.words()),
        free() + "_my" + name.value().substring(2));
  }

  /** Not {@code new}, not {@code 3d}, and not where all modules are put together. */
  private static boolean isPackage(ModuleName name) {
    return SourceVersion.isName(name.words()) && !name.words().equals("app");
  }

  private static Optional<NewModuleResult.Refused> refused(String what, String instead) {
    return Optional.of(new NewModuleResult.Refused(what, instead));
  }

  /** What was typed, as near to a name as it can be brought. */
  private static String words(String typed) {
    String words =
        typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[0-9]*_?|_$", "");
    return words.isEmpty() || words.length() > LONGEST / 2 ? OTHER : "_" + words;
  }

  /** The number behind the last one, or else the first that is free. */
  private String free() {
    int last =
        taken.stream().mapToInt(m -> Integer.parseInt(m.value().substring(0, 2))).max().orElse(-1);
    return IntStream.concat(IntStream.range(last + 1, 100), IntStream.range(0, 100))
        .mapToObj("%02d"::formatted)
        .filter(number -> taken.stream().noneMatch(m -> m.value().startsWith(number)))
        .findFirst()
        .orElse("99");
  }
}
