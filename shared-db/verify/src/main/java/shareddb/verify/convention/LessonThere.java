package shareddb.verify.convention;

import java.util.List;

/** Checks that a module is a lesson: its README begins with the module's number. */
final class LessonThere implements ConventionPart {

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    String number = module.name().substring(0, 2);
    String text = ModuleFolder.text(module.file("README.md"));
    return text.startsWith("# " + number + " ")
        ? List.of()
        : List.of(
            new ConventionBreach(
                module.file("README.md"),
                text.isEmpty() ? "is missing" : "does not begin with  # " + number + " TITLE",
                "write it: what one learns here, and each step with the command to type"));
  }
}
