package workshop.requirements.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The body of a request in a temporary file, which is deleted at the end. */
record ReceivedFile(Path path) implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  /** Answers 413 for a body of more than this many bytes, after it has read all of it. */
  static ReceivedFile of(InputStream body, int maxBytes) {
    ReceivedFile file = create();
    try {
      file.receive(body, maxBytes);
      return file;
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Reads the file from its beginning. Answers 400 where it is not UTF-8. */
  void read(Consumer<Reader> reading) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8.newDecoder()))) {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      reading.accept(reader);
    } catch (IOException | UncheckedIOException e) {
      throw new BadRequestResponse("The table is not UTF-8, or cannot be read: " + e.getMessage());
    }
  }

  private static ReceivedFile create() {
    try {
      return new ReceivedFile(Files.createTempFile("import", ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(InputStream body, int maxBytes) {
    byte[] buffer = new byte[BUFFER];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        received += read;
        if (received <= maxBytes) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      throw new BadRequestResponse("The body breaks off, or is not sent as HTTP says");
    }
    if (received > maxBytes) {
      throw new ContentTooLargeResponse("The body is larger than " + maxBytes + " bytes");
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
