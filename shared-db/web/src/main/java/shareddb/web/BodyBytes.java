package shareddb.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.MimeTypes;
import org.jspecify.annotations.Nullable;

/** The bytes of a body, if they are declared as what the route takes, and no more than it takes. */
final class BodyBytes {

  /** Of a body that is too large, so much is taken in before the answer. */
  private static final long SWALLOWED_BYTES = 8 * 1024 * 1024;

  private BodyBytes() {}

  static void checkMediaType(Context context, Set<String> accepted, String wanted) {
    String header = context.header("Content-Type");
    String declared = header == null ? "" : header;
    String type = MimeTypes.getContentTypeWithoutCharset(declared);
    String charset = MimeTypes.getCharsetFromContentType(declared);
    if (type == null || !accepted.contains(type) || (charset != null && !charset.equals("utf-8"))) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          (header == null ? "There is no Content-Type" : "The Content-Type is " + header)
              + "; send the body as "
              + wanted
              + " in UTF-8");
    }
    checkCoding(context.header("Content-Encoding"));
  }

  /** Bytes that are packed are no text, and guessing that they are not packed is no better. */
  private static void checkCoding(@Nullable String coding) {
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Encoding is " + coding + "; send the body as it is, without one");
    }
  }

  static byte[] of(Context context, int maxBytes) {
    boolean asksFirst = context.header("Expect") != null;
    if (asksFirst && context.req().getContentLengthLong() > maxBytes) {
      throw tooLarge(maxBytes);
    }
    try (InputStream stream = context.req().getInputStream()) {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        swallow(stream);
        throw tooLarge(maxBytes);
      }
      return bytes;
    } catch (IOException e) {
      throw cutShort(e);
    }
  }

  /** The client's doing, and no failure of ours: it stopped sending, or has gone. */
  private static ProblemException cutShort(IOException e) {
    return e.getCause() instanceof TimeoutException
        ? ProblemException.of(ProblemType.TOO_SLOW, "The rest of the body did not come in time")
        : ProblemException.of(
            ProblemType.BAD_REQUEST, "The body breaks off, or is not sent as HTTP says");
  }

  /** Who is cut off while still sending does not get to see the answer. */
  private static void swallow(InputStream stream) throws IOException {
    long left = SWALLOWED_BYTES;
    for (long skipped = -1; left > 0 && skipped != 0; left -= skipped) {
      skipped = stream.skip(left);
    }
  }

  private static ProblemException tooLarge(int maxBytes) {
    return ProblemException.of(
        ProblemType.TOO_LARGE, "The body is larger than " + maxBytes + " bytes");
  }
}
