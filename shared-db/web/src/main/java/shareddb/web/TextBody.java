package shareddb.web;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A body that is no JSON: a text, read whole. */
record TextBody(String mediaType, int maxBytes) implements Body<String> {

  @Override
  public Content content() {
    return new Content.OfText(mediaType);
  }

  @Override
  public String read(Context context) {
    byte[] bytes = BodyBytes.of(context, maxBytes);
    BodyBytes.checkMediaType(context, Set.of(mediaType), mediaType);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.of(ProblemType.BAD_REQUEST, "The body is not UTF-8");
    }
  }
}
