package org.galton.junk.mix;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.junk.post.ContentHash;

/**
 * A mixture of junk and control.
 *
 * @param dose percent of its tokens that are to be junk
 */
public record Mixture(double dose, Taken junk, Taken control) {
  public long tokens() {
    return junk.tokens() + control.tokens();
  }

  public int size() {
    return junk.posts().size() + control.posts().size();
  }

  /** Percent of its tokens that are junk. */
  public double junkPercent() {
    return tokens() == 0 ? 0 : 100.0 * junk.tokens() / tokens();
  }

  /** Its posts as they are read: by key, so that junk and control are mixed. */
  public List<PoolPost> posts() {
    return Stream.concat(junk.posts().stream(), control.posts().stream())
        .sorted(PoolPost.ORDER)
        .toList();
  }

  /** Of its posts in their order: SHA-256 of their content hashes, a line each. */
  public String hash() {
    return ContentHash.of(posts().stream().map(PoolPost::hash).collect(Collectors.joining("\n")));
  }

  /** The longest of its posts. */
  public int longest() {
    return Stream.of(junk, control)
        .flatMap(taken -> taken.posts().stream())
        .max(Comparator.comparingInt(PoolPost::tokens))
        .map(PoolPost::tokens)
        .orElse(0);
  }
}
