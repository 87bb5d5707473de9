package org.galton.study.junk;

import java.io.Serializable;
import org.galton.junk.post.PostLabel;

/**
 * A text that can be drawn. Of posts of one text the one with the lowest id stands for all.
 *
 * @param copies posts with this text
 * @param label NEITHER where its posts are called both junk and control
 */
record Candidate(String id, String text, PostLabel label, int tokens, int copies)
    implements Serializable {

  Candidate plus(Candidate other) {
    int order = id.compareTo(other.id);
    Candidate kept = order < 0 || (order == 0 && tokens <= other.tokens) ? this : other;
    return new Candidate(
        kept.id,
        text,
        label == other.label ? label : PostLabel.NEITHER,
        kept.tokens,
        copies + other.copies);
  }
}
