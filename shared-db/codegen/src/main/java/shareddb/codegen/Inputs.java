package shareddb.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.meta.jaxb.Generator;
import shareddb.base.names.Sha256;
import shareddb.base.track.Track;
import shareddb.base.track.UpgradeScript;
import shareddb.postgres.embedded.EmbeddedBinaries;

/** All that the generated classes depend on, as one digest. */
final class Inputs {

  private Inputs() {}

  static String digest(Track track, Generator generator) throws IOException {
    MessageDigest digest = Sha256.digest();
    add(digest, "jooq " + Constants.FULL_VERSION);
    add(digest, "flyway " + Flyway.class.getPackage().getImplementationVersion());
    add(digest, "postgres " + EmbeddedBinaries.version());
    add(digest, GeneratedClasses.packageName(track));
    add(digest, generator.toString());
    digest.update(code());
    for (UpgradeScript script : track.readAll().scripts()) {
      add(digest, script.script() + " " + script.checksum(UnaryOperator.identity()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The class that runs the generator: when it changes, the classes may. */
  private static byte[] code() throws IOException {
    try (InputStream stream = Inputs.class.getResourceAsStream("Jooq.class")) {
      return Objects.requireNonNull(stream, "Jooq.class").readAllBytes();
    }
  }

  private static void add(MessageDigest digest, String input) {
    digest.update((input + "\n").getBytes(UTF_8));
  }
}
