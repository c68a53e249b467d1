package shareddb.web;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a text while it is being written; in UTF-8, as CSV is where nothing else is said. */
final class TextAnswer {

  private static final Logger log = LoggerFactory.getLogger(TextAnswer.class);

  private TextAnswer() {}

  static void write(Context context, String mediaType, TextWriter text) {
    context.contentType(mediaType);
    try {
      // Closed by the container: closing here would end an answer that broke off as if it were
      // whole.
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
      text.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      if (!context.res().isCommitted()) {
        context.res().resetBuffer();
        throw e;
      }
      breakOff(context, e);
    }
  }

  /** A part has been sent as good: without a proper end, the client knows that it is a part. */
  private static void breakOff(Context context, RuntimeException cause) {
    log.error("{} {} broke off half-way", context.method(), context.path(), cause);
    try {
      context.res().sendError(-1);
    } catch (IOException e) {
      log.debug("the connection was gone already", e);
    }
  }
}
