package shareddb.codegen;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/** How jOOQ's generator is set up, for every module alike. */
final class Jooq {

  private Jooq() {}

  static void generate(Target target, String packageName, Path output) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    try {
      GenerationTool.generate(
          new Configuration()
              .withLogging(Logging.WARN)
              .withJdbc(jdbc(target.admin()))
              .withGenerator(
                  new Generator()
                      .withDatabase(database(target))
                      .withGenerate(generate())
                      .withTarget(
                          new org.jooq.meta.jaxb.Target()
                              .withPackageName(packageName)
                              .withDirectory(output.toString()))));
    } catch (Exception e) {
      throw new IllegalStateException("jOOQ's generator failed: " + e.getMessage(), e);
    }
  }

  private static Jdbc jdbc(Login login) {
    return new Jdbc()
        .withDriver("org.postgresql.Driver")
        .withUrl(login.jdbcUrl())
        .withUser(login.user())
        .withPassword(login.password().reveal());
  }

  private static Database database(Target target) {
    return new Database()
        .withName("org.jooq.meta.postgres.PostgresDatabase")
        .withInputSchema(target.schema().value())
        .withExcludes("flyway_schema_history")
        // A moment is a moment, wherever it is read: Instant, not a clock on some wall.
        .withForcedTypes(
            new ForcedType()
                .withName("INSTANT")
                .withIncludeTypes("(?i:timestamptz|timestamp.*with time zone)"));
  }

  /** Tables and keys; a module maps rows to records of its own. */
  private static Generate generate() {
    return new Generate()
        .withRecords(false)
        .withPojos(false)
        .withDaos(false)
        .withGlobalCatalogReferences(false)
        .withComments(true)
        .withJavaTimeTypes(true);
  }
}
