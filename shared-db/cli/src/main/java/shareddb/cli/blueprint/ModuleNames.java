package shareddb.cli.blueprint;

import java.util.Arrays;
import java.util.stream.Collectors;
import shareddb.base.names.ModuleName;

/** A new module's name, and all names derived from it. */
record ModuleNames(ModuleName name) {

  String number() {
    return name.value().substring(0, 2);
  }

  /** The title that people read, such as {@code User auth}. */
  String title() {
    String words = name.value().substring(3).replace('_', ' ');
    return capital(words);
  }

  /** The module's package, below {@code workshop.}. */
  String packageName() {
    return name.words();
  }

  /**
   * The module's API class, such as {@code UserAuthApi}. No class of {@code java.lang} ends with
   * {@code Api}.
   */
  String apiClass() {
    return Arrays.stream(name.value().substring(3).split("_", -1))
        .map(ModuleNames::capital)
        .collect(Collectors.joining("", "", "Api"));
  }

  /** Fills these names into a template's text. */
  String fill(String text) {
    return text.replace("@module@", name.value())
        .replace("@number@", number())
        .replace("@title@", title())
        .replace("@package@", packageName())
        .replace("@Api@", apiClass());
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
