package shareddb.verify.convention;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.track.WorkshopModule;

/** Checks whether a module follows the convention of all modules. */
public final class Convention {

  private static final List<ConventionPart> PARTS =
      List.of(
          new SchemaOfItsFolder(),
          new CreatesItsSchema(),
          new TenantsApart(),
          new TwoLineMakefile(),
          new NoServerOfItsOwn(),
          new LessonThere(),
          new PartOfTheBuild());

  private Convention() {}

  /** All breaches of the convention; none if the module follows it. */
  public static List<ConventionBreach> breaches(Path root, WorkshopModule module) {
    ModuleFolder looked = new ModuleFolder(root, module);
    return PARTS.stream().flatMap(part -> part.breaches(looked).stream()).toList();
  }
}
