package shareddb.web.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.BadRequestResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Refuses a query string that is not UTF-8 in percent encoding: Javalin would read it somehow. */
final class QueryEncoding {

  private static final int SHOWN = 60;

  private QueryEncoding() {}

  static void check(@Nullable String query) {
    if (query == null || (query.indexOf('%') < 0 && query.chars().allMatch(c -> c < 0x80))) {
      return;
    }
    try {
      UTF_8.newDecoder().decode(bytes(query));
    } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
      String shown = query.length() > SHOWN ? query.substring(0, SHOWN) + "…" : query;
      throw new BadRequestResponse("The query is not UTF-8 in percent encoding: " + shown);
    }
  }

  private static ByteBuffer bytes(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    return bytes.flip();
  }
}
