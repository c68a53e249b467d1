package shareddb.verify.convention;

import java.util.List;

/**
 * Checks that a module's Makefile has its two lines; the targets of all modules are in one shared
 * file.
 */
final class TwoLineMakefile implements ConventionPart {

  private static final List<String> LINES =
      List.of("# Bare `make` prints what can be done here.", "include ../module.mk");

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    List<String> lines = ModuleFolder.text(module.file("Makefile")).lines().toList();
    return lines.equals(LINES)
        ? List.of()
        : List.of(
            new ConventionBreach(
                module.file("Makefile"),
                lines.isEmpty() ? "is missing" : "is more than the two lines that all modules have",
                "cp workshop/00_personal_todo/Makefile workshop/" + module.name() + "/Makefile"));
  }
}
