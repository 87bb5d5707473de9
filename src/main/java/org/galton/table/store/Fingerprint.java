package org.galton.table.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of a list of texts, each as UTF-8 after its length in bytes, so that no two different
 * lists share an encoding.
 */
public final class Fingerprint {
  private final byte[] digest;

  private Fingerprint(byte[] digest) {
    this.digest = digest;
  }

  public static Fingerprint of(List<String> parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      sha256.update(bytes);
    }
    return new Fingerprint(sha256.digest());
  }

  /** The first {@code bytes} bytes in hexadecimal. */
  public String hex(int bytes) {
    return HexFormat.of().formatHex(digest, 0, bytes);
  }

  /** The first 64 bits. */
  public long bits() {
    return ByteBuffer.wrap(digest).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
