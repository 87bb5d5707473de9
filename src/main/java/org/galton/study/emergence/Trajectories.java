package org.galton.study.emergence;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunAddress;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.row.EmergenceTables;

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
   * @param input a file, a folder of files of one format, or the output folder of a run
   * @throws InvalidInput when there are no such files, or they have other columns
   */
  JavaRDD<Group> groups(String input) {
    return groupsIn(
        RunAddress.fileOf(
            input, EmergenceTables.TRAJECTORIES, "a sweep of an environment", configuration()));
  }

  /** The same of files, without a look for a run. */
  JavaRDD<Group> groupsIn(String files) {
    return SparkAction.run("look at " + files, () -> TrajectoryInput.cells(spark, files))
        .groupByKey(new HashPartitioner(parts))
        .map(cells -> new Group(cells._1(), GroupRows.of(cells._1(), cells._2()).trajectory()));
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
