package shareddb.migrate.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntFunction;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Version;
import shareddb.migrate.snapshot.rows.SequencePosition;
import shareddb.migrate.snapshot.rows.TableRows;

/** Writes and reads a manifest as a properties file, which is readable without this tool. */
final class ManifestFile {

  static final String NAME = "manifest.properties";
  private static final String FORMAT = "1";

  private ManifestFile() {}

  static void write(Manifest manifest, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties(manifest).store(writer, "A snapshot of one schema; see: ./db snapshots");
    }
  }

  /** Throws {@link UncheckedIOException} if the file is not a manifest. */
  static Manifest read(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return manifest(new Reading(properties));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the snapshot's " + file, e);
    } catch (RuntimeException e) {
      throw new UncheckedIOException(
          "damaged: " + file, new IOException(String.valueOf(e.getMessage()), e));
    }
  }

  private static Properties properties(Manifest manifest) {
    Properties properties = new Properties();
    properties.setProperty("format", FORMAT);
    properties.setProperty("track", manifest.track());
    manifest.server().ifPresent(server -> properties.setProperty("server", server));
    properties.setProperty("database", manifest.database().value());
    properties.setProperty("schema", manifest.schema().value());
    properties.setProperty(
        "applied", String.join(" ", manifest.applied().stream().map(Version::toString).toList()));
    properties.setProperty("taken_at", manifest.takenAt().toString());
    properties.setProperty("taken_by", manifest.takenBy());
    properties.setProperty("reason", manifest.reason().word());
    properties.setProperty("tables", String.valueOf(manifest.tables().size()));
    properties.setProperty("sequences", String.valueOf(manifest.sequences().size()));
    for (int i = 0; i < manifest.tables().size(); i++) {
      put(properties, "table." + i + ".", manifest.tables().get(i));
    }
    for (int i = 0; i < manifest.sequences().size(); i++) {
      SequencePosition sequence = manifest.sequences().get(i);
      properties.setProperty("sequence." + i + ".name", sequence.sequence());
      properties.setProperty("sequence." + i + ".last", String.valueOf(sequence.last()));
      properties.setProperty("sequence." + i + ".called", String.valueOf(sequence.called()));
    }
    return properties;
  }

  private static void put(Properties properties, String prefix, TableRows table) {
    properties.setProperty(prefix + "name", table.table());
    properties.setProperty(prefix + "file", table.file());
    properties.setProperty(prefix + "rows", String.valueOf(table.rows()));
    properties.setProperty(prefix + "bytes", String.valueOf(table.bytes()));
    properties.setProperty(prefix + "sha256", table.sha256());
    properties.setProperty(prefix + "columns", String.valueOf(table.columns().size()));
    for (int i = 0; i < table.columns().size(); i++) {
      properties.setProperty(prefix + "column." + i, table.columns().get(i));
    }
  }

  private static Manifest manifest(Reading from) {
    if (!from.text("format").equals(FORMAT)) {
      throw new IllegalArgumentException(
          "its format is " + from.text("format") + ", not " + FORMAT);
    }
    return new Manifest(
        from.text("track"),
        Optional.ofNullable(from.properties().getProperty("server")),
        new DatabaseName(from.text("database")),
        new SchemaName(from.text("schema")),
        Arrays.stream(from.text("applied").split(" "))
            .filter(version -> !version.isEmpty())
            .map(Version::parse)
            .toList(),
        Instant.parse(from.text("taken_at")),
        from.text("taken_by"),
        SnapshotReason.ofWord(from.text("reason")),
        from.list("tables", i -> table(from, "table." + i + ".")),
        from.list(
            "sequences",
            i ->
                new SequencePosition(
                    from.text("sequence." + i + ".name"),
                    Long.parseLong(from.text("sequence." + i + ".last")),
                    Boolean.parseBoolean(from.text("sequence." + i + ".called")))));
  }

  private static TableRows table(Reading from, String prefix) {
    return new TableRows(
        from.text(prefix + "name"),
        from.list(prefix + "columns", i -> from.text(prefix + "column." + i)),
        from.text(prefix + "file"),
        Long.parseLong(from.text(prefix + "rows")),
        Long.parseLong(from.text(prefix + "bytes")),
        from.text(prefix + "sha256"));
  }

  /** Reads values from the properties and throws if one is missing. */
  private record Reading(Properties properties) {

    String text(String key) {
      String value = properties.getProperty(key);
      if (value == null) {
        throw new IllegalArgumentException("it does not say " + key);
      }
      return value;
    }

    <T> List<T> list(String countKey, IntFunction<T> one) {
      List<T> all = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(text(countKey)); i++) {
        all.add(one.apply(i));
      }
      return all;
    }
  }
}
