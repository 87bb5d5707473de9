package org.galton.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.table.OutputFolder;
import org.galton.table.Partition;

/** The answers of a run, counted over all rollouts that are stored and judged. */
public final class StoredAnswers {
  private final SparkSession session;

  public StoredAnswers(SparkSession session) {
    this.session = session;
  }

  /** Of a cell's prompts, by id. */
  public Map<String, AnswerCounts> of(String folder, Partition cell, String scorer) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    OutputFolder output = new OutputFolder(folder, spark.hadoopConfiguration());
    return new TallyScan(spark, output)
        .count(
            List.of(new TallyScan.Judged(output.stored(cell), scorer)),
            Integer.MAX_VALUE,
            PromptTally::answers)
        .get(0);
  }
}
