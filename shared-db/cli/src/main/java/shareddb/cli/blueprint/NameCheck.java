package shareddb.cli.blueprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;

/** Checks whether a new module may have a name, and proposes another name if not. */
final class NameCheck {

  /** Names longer than this would make lines too long in the generated classes. */
  private static final int LONGEST = 50;

  /** The words to propose if none of the typed ones can be used. */
  private static final String OTHER = "_my_project";

  private final List<ModuleName> taken;

  NameCheck(Workshop workshop) {
    this.taken = workshop.modules().stream().map(WorkshopModule::name).toList();
  }

  /** Returns the refusal, or empty if the name is free and valid. */
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

  /** Returns whether the name can be a package: {@code new}, {@code 3d} and {@code app} cannot. */
  private static boolean isPackage(ModuleName name) {
    return SourceVersion.isName(name.words()) && !name.words().equals("app");
  }

  private static Optional<NewModuleResult.Refused> refused(String what, String instead) {
    return Optional.of(new NewModuleResult.Refused(what, instead));
  }

  /** Returns the typed text as the words of a valid module name. */
  private static String words(String typed) {
    String words =
        typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[0-9]*_?|_$", "");
    return words.isEmpty() || words.length() > LONGEST / 2 ? OTHER : "_" + words;
  }

  /** Returns the number after the highest one in use, or else the first free number. */
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
