package shareddb.cli.lost;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One message of the Postgres protocol, after the start-up. */
final class Frame {

  private static final int SSL = 80877103;
  private static final int GSS = 80877104;

  private final char type;
  private final byte[] body;

  private Frame(char type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  char type() {
    return type;
  }

  static boolean asksForEncryption(int code) {
    return code == SSL || code == GSS;
  }

  static void writeStartup(OutputStream out, int code, byte[] rest) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(rest.length + 8);
    data.writeInt(code);
    data.write(rest);
    data.flush();
  }

  /** Nothing at the connection's end. */
  static @Nullable Frame read(DataInputStream in) throws IOException {
    int type = in.read();
    if (type < 0) {
      return null;
    }
    byte[] body = new byte[in.readInt() - 4];
    in.readFully(body);
    return new Frame((char) type, body);
  }

  void write(OutputStream out) throws IOException {
    byte[] whole = new byte[body.length + 5];
    whole[0] = (byte) type;
    for (int i = 0; i < 4; i++) {
      whole[i + 1] = (byte) ((body.length + 4) >>> (24 - 8 * i));
    }
    System.arraycopy(body, 0, whole, 5, body.length);
    out.write(whole);
    out.flush();
  }

  /** Whether it is the server's word that a statement of this tag is done. */
  boolean completes(String tag) throws EOFException {
    return type == 'C' && text(0).startsWith(tag);
  }

  /** The text that begins here and ends with a zero. */
  String text(int start) throws EOFException {
    int end = start;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    if (end == body.length) {
      throw new EOFException("a text without an end");
    }
    return new String(body, start, end - start, StandardCharsets.UTF_8);
  }
}
