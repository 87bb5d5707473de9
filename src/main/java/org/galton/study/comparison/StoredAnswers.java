package org.galton.study.comparison;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.figure.AnswerCounts;
import org.galton.job.summary.CountedRollouts;
import org.galton.job.summary.PromptTally;
import org.galton.job.summary.TallyScan;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;

/** The answers of a run, counted over the rollouts that it had. */
public final class StoredAnswers {
  private final SparkSession session;

  public StoredAnswers(SparkSession session) {
    this.session = session;
  }

  /**
   * Of a cell's prompts, by id.
   *
   * @param rollouts of each prompt; later runs may have added further ones
   */
  public Map<String, AnswerCounts> of(String folder, Partition cell, String scorer, int rollouts) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    OutputFolder output = new OutputFolder(folder, spark.hadoopConfiguration());
    return new TallyScan(spark, output)
        .count(
            List.of(new TallyScan.Judged(output.stored(cell), scorer)),
            new CountedRollouts.First(rollouts),
            PromptTally::answers)
        .get(0);
  }
}
