package org.galton.job.emergence;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.InputFiles;
import org.galton.job.InputReader;
import org.galton.spec.InvalidInput;
import org.galton.table.OutputFolder;

/** Groups out of anyone's files, or out of the table {@code trajectories} of a run. */
final class Trajectories {
  private final SparkSession spark;
  private final int parts;

  Trajectories(SparkSession spark, int parts) {
    this.spark = spark;
    this.parts = parts;
  }

  /**
   * In no order; contents are checked by the tasks that read them.
   *
   * @param files a file, or a folder of files of one format
   * @throws InvalidInput when there are no such files, or they have other columns
   */
  JavaRDD<Group> groups(String files) {
    InputFiles found =
        InputFiles.find(files, "trajectories", TrajectoryColumn.EXPECTED, configuration());
    TrajectoryInput trajectories =
        new TrajectoryInput(
            new InputReader(spark, found),
            new OutputFolder(files, configuration()).root().toUri().getPath());
    return InputReader.opened(files, trajectories::cells)
        .groupByKey(new HashPartitioner(parts))
        .map(cells -> new Group(cells._1(), GroupRows.of(cells._1(), cells._2()).trajectory()));
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
