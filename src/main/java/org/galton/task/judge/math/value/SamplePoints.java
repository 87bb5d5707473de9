package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values for names at which two expressions are compared: fractions with the denominator 2503, none
 * whole. Six points have positive values only, near 0, near 2 and large; six a negative first name;
 * with several names six more are positive in the first and mixed in the others.
 */
final class SamplePoints {
  private static final int SIX = 6;
  private static final int DENOMINATOR = 2503;
  private static final int[] LARGEST = {1, 1, 4, 4, 60, 200};

  private SamplePoints() {}

  static List<Map<String, BigDecimal>> of(Set<String> names, MathContext context) {
    List<Map<String, BigDecimal>> points = new ArrayList<>();
    int number = names.size() > 1 ? 3 * SIX : 2 * SIX;
    for (int point = 0; point < number; point++) {
      Map<String, BigDecimal> values = new HashMap<>();
      int rank = 0;
      for (String name : names) {
        BigDecimal size = size(name, point, context);
        values.put(name, isNegative(point, rank) ? size.negate() : size);
        rank++;
      }
      points.add(values);
    }
    return points;
  }

  private static boolean isNegative(int point, int rank) {
    boolean mixed = (point >> (rank % 3)) % 2 == 0;
    return switch (point / SIX) {
      case 0 -> false;
      case 1 -> rank == 0 || mixed;
      default -> rank == 1 || (rank > 1 && mixed);
    };
  }

  private static BigDecimal size(String name, int point, MathContext context) {
    long above = Math.floorMod(hash(name + "#" + point), (long) DENOMINATOR * LARGEST[point % SIX]);
    if (above % DENOMINATOR == 0) {
      above++;
    }
    return BigDecimal.valueOf(above).divide(BigDecimal.valueOf(DENOMINATOR), context);
  }

  /** The first eight bytes of SHA-256. */
  static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static String hex(String text) {
    return "%016x".formatted(hash(text));
  }
}
