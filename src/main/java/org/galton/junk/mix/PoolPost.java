package org.galton.junk.mix;

import java.io.Serializable;
import java.util.Comparator;
import org.galton.junk.post.ContentHash;

/**
 * A post that can be drawn.
 *
 * @param key by which posts are drawn, the lowest first: SHA-256 of the seed and the content hash
 * @param hash of its content
 */
public record PoolPost(String key, String hash, int tokens) implements Serializable {
  /** In which posts are drawn. */
  public static final Comparator<PoolPost> ORDER =
      Comparator.comparing(PoolPost::key).thenComparing(PoolPost::hash);

  public static PoolPost of(long seed, String hash, int tokens) {
    return new PoolPost(keyOf(seed, hash), hash, tokens);
  }

  /** The same for every file, order and partition. */
  static String keyOf(long seed, String hash) {
    return ContentHash.of(seed + "|" + hash);
  }
}
