package shareddb.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jooq.meta.jaxb.Generator;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.postgres.build.BuildPostgres;
import shareddb.postgres.server.ScratchDatabase;

/** The jOOQ classes of one track, and a note of what they were made from. */
final class GeneratedClasses {

  private final Track track;
  private final Path output;
  private final Path note;
  private final Generator generator;

  /**
   * @param generator as the module's POM configures it
   */
  GeneratedClasses(Track track, Path output, Generator generator) {
    this.track = track;
    this.generator = generator;
    this.output = output;
    this.note = output.resolve(packageName(track) + ".inputs");
  }

  boolean areCurrent() throws IOException {
    return Files.exists(note) && Files.readString(note).equals(Inputs.digest(track, generator));
  }

  void generate() throws SQLException, IOException, MigrationsRefused {
    Files.deleteIfExists(note);
    String inputs = Inputs.digest(track, generator);
    try (ScratchDatabase scratch = ScratchDatabase.on(BuildPostgres.shared())) {
      Target target = Target.usual(scratch.login(), track).in(scratch.login());
      migrate(target);
      Jooq.generate(target, packageName(track), output, generator);
    }
    Files.writeString(note, inputs);
  }

  private void migrate(Target target) throws SQLException, MigrationsRefused {
    UpgradeResult result = Upgrade.run(track, target);
    if (!(result instanceof UpgradeResult.Upgraded)) {
      throw new MigrationsRefused(result);
    }
  }

  /** {@code workshop.personaltodo.db}, and a package of its own for each of several tracks. */
  static String packageName(Track track) {
    return "workshop."
        + track.module().words()
        + ".db"
        + track.part().map(part -> "." + part.toLowerCase(Locale.ROOT)).orElse("");
  }
}
