package org.galton.task;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a prompt by its content. */
public final class PromptId {
  private static final int BYTES = 16;

  private PromptId() {}

  /**
   * The first 128 bits, in hexadecimal, of the SHA-256 of task name, text and reference, each as
   * UTF-8 after its length in bytes, so that no two different triples share an encoding.
   */
  public static String of(String task, String text, String reference) {
    MessageDigest digest = sha256();
    for (String part : new String[] {task, text, reference}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
