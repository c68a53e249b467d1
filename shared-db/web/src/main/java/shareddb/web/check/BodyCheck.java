package shareddb.web.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.RequestTimeoutResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.MimeTypes;
import org.jspecify.annotations.Nullable;
import shareddb.web.doc.RequestBody;

/** Refuses a body that the route does not take: its media type, its size, its encoding. */
final class BodyCheck {

  /** So much of a body that is too large is read before the answer. */
  private static final long SWALLOWED_BYTES = 8 * 1024 * 1024;

  private BodyCheck() {}

  static void check(Context ctx, RequestBody body) {
    Set<String> accepted =
        body.type() == null
            ? Set.of(body.mediaType())
            : Set.of(body.mediaType(), "application/merge-patch+json");
    if (ctx.header(Header.EXPECT) != null && ctx.req().getContentLengthLong() > body.maxBytes()) {
      throw tooLarge(body);
    }
    if (body.type() != null) {
      checkJson(ctx, body);
    }
    checkMediaType(ctx.contentType(), accepted, body.mediaType());
    checkCoding(ctx.header("Content-Encoding"));
  }

  /** Javalin keeps the bytes for {@code ctx.bodyAsClass}, and refuses more than its maximum. */
  private static void checkJson(Context ctx, RequestBody body) {
    byte[] bytes = bytes(ctx, body);
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new BadRequestResponse("The body is not UTF-8");
    }
  }

  private static byte[] bytes(Context ctx, RequestBody body) {
    try {
      return ctx.bodyAsBytes();
    } catch (HttpResponseException e) {
      swallow(ctx);
      throw tooLarge(body);
    } catch (Exception e) {
      throw cutShort(e);
    }
  }

  /** A client whose connection is closed while it still sends never reads the answer. */
  private static void swallow(Context ctx) {
    try {
      InputStream stream = ctx.req().getInputStream();
      long left = SWALLOWED_BYTES;
      for (long skipped = -1; left > 0 && skipped != 0; left -= skipped) {
        skipped = stream.skip(left);
      }
    } catch (IOException e) {
      throw cutShort(e);
    }
  }

  /** The client stopped sending, or has gone. */
  private static RuntimeException cutShort(Exception e) {
    return e.getCause() instanceof TimeoutException
        ? new RequestTimeoutResponse("The rest of the body did not come in time")
        : new BadRequestResponse("The body breaks off, or is not sent as HTTP says");
  }

  private static ContentTooLargeResponse tooLarge(RequestBody body) {
    return new ContentTooLargeResponse("The body is larger than " + body.maxBytes() + " bytes");
  }

  private static void checkMediaType(@Nullable String header, Set<String> accepted, String wanted) {
    String declared = header == null ? "" : header;
    String type = MimeTypes.getContentTypeWithoutCharset(declared);
    String charset = MimeTypes.getCharsetFromContentType(declared);
    if (type == null || !accepted.contains(type) || (charset != null && !charset.equals("utf-8"))) {
      throw new UnsupportedMediaTypeResponse(
          (header == null ? "There is no Content-Type" : "The Content-Type is " + header)
              + "; send the body as "
              + wanted
              + " in UTF-8");
    }
  }

  private static void checkCoding(@Nullable String coding) {
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new UnsupportedMediaTypeResponse(
          "The Content-Encoding is " + coding + "; send the body as it is, without one");
    }
  }
}
