package org.galton.junk.mix;

import java.util.List;
import java.util.stream.Stream;

/** Posts that were drawn from a pool, in their order. */
public record Taken(List<PoolPost> posts, long tokens) {
  Taken with(PoolPost last) {
    return new Taken(
        Stream.concat(posts.stream(), Stream.of(last)).toList(), tokens + last.tokens());
  }
}
