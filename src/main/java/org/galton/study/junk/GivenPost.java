package org.galton.study.junk;

import java.io.Serializable;
import java.util.List;
import org.galton.junk.post.ContentHash;
import org.galton.junk.post.EngagementRule.Decision;

/**
 * A row of anyone's posts.
 *
 * @param id its own, or where the input has none the SHA-256 of its text
 * @param popularity null where the input has no counters
 * @param decisions by rule, in the order of the rules; null where a label is empty
 */
record GivenPost(
    String id, String text, int tokens, Long popularity, boolean ascii, List<Decision> decisions)
    implements Serializable {

  /** The same, but for its text: it is called what it is called. */
  GivenPost withoutText() {
    return new GivenPost(id, "", tokens, popularity, ascii, decisions);
  }

  /** Of its text. */
  String hash() {
    return ContentHash.of(text);
  }
}
