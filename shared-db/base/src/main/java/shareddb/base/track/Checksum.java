package shareddb.base.track;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/**
 * Flyway's checksum of a script: the CRC-32 of its lines without line ends, so that a checkout on
 * Windows has the same checksum.
 */
final class Checksum {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Checksum() {}

  static int of(String script) {
    CRC32 crc = new CRC32();
    String text = script.startsWith(BYTE_ORDER_MARK) ? script.substring(1) : script;
    text.lines().forEach(line -> crc.update(line.getBytes(UTF_8)));
    return (int) crc.getValue();
  }
}
