package shareddb.base.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shareddb.base.names.DatabaseName;

/** A server that says that it is PostgreSQL 14: as much of one as a driver needs to connect. */
class OldServerTest {

  @Test
  void isRefusedAtTheFirstContact() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = Thread.ofPlatform().start(() -> serve(listening));
      Login login =
          new Login(
              "127.0.0.1",
              listening.getLocalPort(),
              new DatabaseName("any"),
              "admin",
              new Secret("secret"),
              Map.of("sslmode", "disable", "gssEncMode", "disable"));
      assertThatThrownBy(login::connect)
          .isInstanceOf(UnsupportedServer.class)
          .hasMessage(
              "the server at 127.0.0.1:%d is PostgreSQL 14.9, and PostgreSQL 15 or newer is needed",
              listening.getLocalPort());
      server.join();
    }
  }

  private static void serve(ServerSocket listening) {
    try (Socket socket = listening.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
      in.skipNBytes(in.readInt() - 4);
      send(out, 'R', new byte[4]);
      for (String setting :
          new String[] {
            "server_version\u000014.9\u0000",
            "client_encoding\u0000UTF8\u0000",
            "DateStyle\u0000ISO\u0000",
            "standard_conforming_strings\u0000on\u0000",
            "integer_datetimes\u0000on\u0000"
          }) {
        send(out, 'S', setting.getBytes(US_ASCII));
      }
      send(out, 'Z', "I".getBytes(US_ASCII));
      answer(in, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each message that ends a request, until the driver leaves. */
  private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
    try {
      for (int type = in.readByte(); type != 'X'; type = in.readByte()) {
        in.skipNBytes(in.readInt() - 4);
        if (type == 'Q' || type == 'E') {
          send(out, 'C', "SET\u0000".getBytes(US_ASCII));
        }
        if (type == 'Q' || type == 'S') {
          send(out, 'Z', "I".getBytes(US_ASCII));
        }
      }
    } catch (EOFException e) {
      // The driver has closed the connection.
      return;
    }
  }

  private static void send(DataOutputStream out, char type, byte[] body) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream written = new DataOutputStream(message);
    written.writeByte(type);
    written.writeInt(body.length + 4);
    written.write(body);
    out.write(message.toByteArray());
    out.flush();
  }
}
