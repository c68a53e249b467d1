package shareddb.convention;

import java.nio.file.Path;
import java.util.List;
import shareddb.track.WorkshopModule;

/** Whether a module is as all others are. */
public final class Convention {

  private static final List<Part> PARTS =
      List.of(
          new SchemaOfItsFolder(),
          new CreatesItsSchema(),
          new TenantsApart(),
          new TwoLineMakefile(),
          new NoServerOfItsOwn(),
          new LessonThere(),
          new PartOfTheBuild());

  private Convention() {}

  /** All at once; none where it is. */
  public static List<Breach> breaches(Path root, WorkshopModule module) {
    Module looked = new Module(root, module);
    return PARTS.stream().flatMap(part -> part.breaches(looked).stream()).toList();
  }
}
