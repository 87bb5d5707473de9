package org.galton.model.llama.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the files of a checkpoint, each with its name and length; the first 128 bits in
 * hexadecimal.
 */
public final class CheckpointDigest {
  private static final int BYTES = 16;

  private final MessageDigest sha;

  public CheckpointDigest() {
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the digest of what the files belong to. */
  public void add(String digest) {
    sha.update(digest.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes these files in their order. */
  public void add(CheckpointFiles files, List<String> names) throws IOException {
    for (String name : names) {
      try (InputStream in = files.open(name);
          OutputStream out = file(name, files.size(name))) {
        in.transferTo(out);
      }
    }
  }

  /** Takes a file of this name and length as it is written. */
  public OutputStream file(String name, long size) {
    sha.update(name.getBytes(StandardCharsets.UTF_8));
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
    return new DigestOutputStream(OutputStream.nullOutputStream(), sha);
  }

  /** Of all that it has taken. */
  public String hex() {
    return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
  }
}
