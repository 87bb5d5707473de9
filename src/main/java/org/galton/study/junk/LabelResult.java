package org.galton.study.junk;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.row.LabelAgreementRow;
import org.galton.study.junk.row.LabelCountRow;
import org.galton.study.junk.row.LabelledPostRow;

/**
 * What posts are called.
 *
 * @param posts read when they are written, one partition after the other
 */
record LabelResult(
    PostRequest request,
    List<LabelCountRow> counts,
    List<LabelAgreementRow> agreements,
    JavaRDD<LabelledPostRow> posts) {

  void write(RunWriter run) {
    SparkAction.run(
        "write labelled posts",
        () -> {
          run.publish(JunkTables.POSTS, posts::toLocalIterator);
          return posts;
        });
    run.publish(JunkTables.COUNTS, counts);
    run.publish(JunkTables.AGREEMENTS, agreements);
  }
}
