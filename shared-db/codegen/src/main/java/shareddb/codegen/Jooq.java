package shareddb.codegen;

import java.nio.file.Path;
import java.util.Optional;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.util.jaxb.tools.MiniJAXB;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/** Runs jOOQ's generator, set up as the module's POM says, on a schema that has been migrated. */
final class Jooq {

  private Jooq() {}

  static void generate(Target target, String packageName, Path output, Generator ofPom) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    // The generator writes into its configuration: each track needs a copy.
    String xml = MiniJAXB.marshal(new Configuration().withGenerator(ofPom));
    Configuration configuration = MiniJAXB.unmarshal(xml, Configuration.class);
    Generator generator = configuration.getGenerator();
    Database database =
        Optional.ofNullable(generator.getDatabase())
            .orElseGet(Database::new)
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema(target.schema().value());
    generator
        .withDatabase(database)
        .withTarget(
            new org.jooq.meta.jaxb.Target()
                .withPackageName(packageName)
                .withDirectory(output.toString()));
    try {
      GenerationTool.generate(
          configuration.withLogging(Logging.WARN).withJdbc(jdbc(target.admin())));
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
}
