package org.galton.study.junk;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.row.MixturePostRow;
import org.galton.study.junk.row.MixtureRow;

/**
 * Mixtures.
 *
 * @param posts read when they are written, one partition after the other
 * @param notes which posts could not be drawn
 */
record MixResult(
    MixRequest request,
    List<MixtureRow> rows,
    JavaRDD<MixturePostRow> posts,
    List<String> notes) {

  void write(RunWriter run) {
    run.publish(JunkTables.MIXTURES, rows);
    SparkAction.run(
        "write the posts of mixtures",
        () -> {
          run.publish(JunkTables.MIXTURE_POSTS, posts::toLocalIterator);
          return posts;
        });
  }
}
