package org.galton.junk.generated;

import java.util.Set;

/**
 * A post that was made up.
 *
 * @param junk the axes on which it is junk
 */
public record GeneratedPost(
    String id,
    String text,
    int tokens,
    int likes,
    int reposts,
    int replies,
    int quotes,
    Set<Axis> junk) {
  public GeneratedPost {
    junk = Set.copyOf(junk);
  }

  public long popularity() {
    return (long) likes + reposts + replies + quotes;
  }

  public boolean isJunk(Axis axis) {
    return junk.contains(axis);
  }
}
