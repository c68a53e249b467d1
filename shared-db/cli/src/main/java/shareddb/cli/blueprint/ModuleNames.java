package shareddb.cli.blueprint;

import java.util.Arrays;
import java.util.stream.Collectors;
import shareddb.base.names.ModuleName;

/** The module that is wanted, with every name that is made of its own. */
record ModuleNames(ModuleName name) {

  String number() {
    return name.value().substring(0, 2);
  }

  /** For people: {@code User auth}. */
  String title() {
    String words = name.value().substring(3).replace('_', ' ');
    return capital(words);
  }

  /** Where its classes are, below {@code workshop.}. */
  String packageName() {
    return name.words();
  }

  /** Its class for the web: {@code UserAuthApi}. No class of Java's own ends so. */
  String apiClass() {
    return Arrays.stream(name.value().substring(3).split("_", -1))
        .map(ModuleNames::capital)
        .collect(Collectors.joining("", "", "Api"));
  }

  /** A text of the blueprint with these names in it. */
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
