package shareddb.learn.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/** A learner's progress in a file, which is always whole: a new one replaces it in one step. */
public record ProgressFile(Path file) implements ProgressStore {

  /** The file of a checkout. */
  public static ProgressFile in(Path root) {
    return new ProgressFile(root.resolve("localdev").resolve("learn").resolve("progress.json"));
  }

  /** Throws {@link UnreadableProgress} if the file is there and is not such a document. */
  @Override
  public Optional<Progress> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ProgressJson.read(Files.readString(file))
              .orElseThrow(() -> new UnreadableProgress(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public void write(Progress progress) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, "progress", ".json");
      Files.writeString(next, ProgressJson.write(progress));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
