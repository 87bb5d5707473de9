package org.galton.study.junk;

import java.io.Serializable;
import java.util.List;
import org.galton.junk.post.EngagementRule;

/**
 * Which posts, and what is junk among them.
 *
 * @param popularity columns whose sum is the popularity
 * @param labels columns of labels; may be empty
 * @param junkWords what such a column has for junk
 * @param controlWords what it has for control
 * @param ascii whether posts with other characters are left out
 */
record PostRequest(
    String input,
    List<String> popularity,
    EngagementRule rule,
    List<String> labels,
    List<String> junkWords,
    List<String> controlWords,
    boolean ascii)
    implements Serializable {
  /** The rule of engagement, beside columns of labels. */
  static final String ENGAGEMENT = "engagement";
}
