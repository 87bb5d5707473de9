package org.galton.numerics;

import java.nio.charset.StandardCharsets;

/**
 * The hash FNV-1a of 64 bits (offset cbf29ce484222325, prime 100000001b3): the same on every
 * platform and version, and a few lines in any language.
 *
 * <p>Fowler, Noll, Vo, Eastlake, The FNV Non-Cryptographic Hash Algorithm.
 */
public final class Fnv1a {
  private static final long OFFSET = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private Fnv1a() {}

  /** Over the octets of the text in UTF-8, as published. */
  public static long ofUtf8(String text) {
    long hash = OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * PRIME;
    }
    return hash;
  }

  /**
   * Over the UTF-16 units of the text in place of octets, then through {@link SplitMix64#mix},
   * after which every bit depends on every unit.
   */
  public static long mixed(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return SplitMix64.mix(hash);
  }
}
