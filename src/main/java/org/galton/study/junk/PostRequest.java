package org.galton.study.junk;

import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunAddress;
import org.galton.junk.post.EngagementRule;
import org.galton.study.junk.row.JunkTables;

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

  /** Of the posts that a run made, where the input is the folder of one. */
  PostRequest ofRun(Configuration hadoop) {
    return new PostRequest(
        RunAddress.fileOf(input, JunkTables.SIMULATED_POSTS, "junk simulate", hadoop),
        popularity,
        rule,
        labels,
        junkWords,
        controlWords,
        ascii);
  }
}
