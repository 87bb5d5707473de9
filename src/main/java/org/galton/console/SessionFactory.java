package org.galton.console;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.galton.job.monitoring.MonitoringPlugin;
import org.galton.spec.InvalidInput;

/**
 * The only place that makes a Spark session. What a user sets with {@code --conf} or a properties
 * file wins, except where another value would break a promise of ours.
 */
public final class SessionFactory {
  private static final String PLUGINS = "spark.plugins";
  private static final String LOOPBACK = "127.0.0.1";

  private SessionFactory() {}

  public static SparkSession open(String command) {
    return open(command, new SparkConf());
  }

  /** In this process with one task slot, whatever master is set: for measurements. */
  public static SparkSession openOnOneCore(String command) {
    return open(command, new SparkConf().setMaster("local[1]"));
  }

  static SparkConf configured(String command, SparkConf given) {
    SparkConf conf =
        given
            .setAppName("galton " + command)
            .setIfMissing("spark.master", "local[*]")
            // Two attempts at one shard would draw the same rollouts twice.
            .set("spark.speculation", "false")
            // A shard or a stage that lost its executors often has had bad luck, no fault of its
            // own.
            .setIfMissing("spark.task.maxFailures", "16")
            .setIfMissing("spark.stage.maxConsecutiveAttempts", "16")
            .set("spark.sql.session.timeZone", "UTC")
            // A digest such as 00012e45 is a name, not a number.
            .set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
            .setIfMissing("spark.sql.parquet.compression.codec", "zstd")
            // A page that a disk or a copy has changed would be read as other values.
            .setIfMissing("spark.hadoop.parquet.page.verify-checksum.enabled", "true")
            .setIfMissing("spark.hadoop.parquet.page.write-checksum.enabled", "true")
            .setIfMissing("spark.sql.adaptive.enabled", "true")
            .setIfMissing("spark.ui.showConsoleProgress", "false")
            .set(PLUGINS, withMonitoring(given.get(PLUGINS, "")))
            .setIfMissing("spark.executorEnv.DJL_OFFLINE", "true")
            .setIfMissing("spark.executorEnv.OPT_OUT_TRACKING", "true");
    if (isOnThisMachine(conf)) {
      // What running tasks have counted so far comes with it: the progress of a sweep.
      conf.setIfMissing("spark.executor.heartbeatInterval", "1s");
      // A variable of each job that does not leave this machine is not worth packing.
      conf.setIfMissing("spark.broadcast.compress", "false");
      // Whoever reaches these ports runs code as the user: nobody else on the network does.
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK)
          .setIfMissing("spark.driver.host", LOOPBACK)
          .setIfMissing("spark.ui.enabled", "false")
          // A task that runs out of memory or stack is to fail, not to end this process unheard.
          .setIfMissing("spark.executor.killOnFatalError.depth", "0");
    }
    return conf;
  }

  private static boolean isOnThisMachine(SparkConf conf) {
    return conf.get("spark.master").startsWith("local");
  }

  private static SparkSession open(String command, SparkConf given) {
    SparkConf conf = configured(command, given);
    SparkSession session = started(conf);
    if (isOnThisMachine(conf) && !conf.contains("spark.sql.shuffle.partitions")) {
      // The default of 200 suits a cluster; here each partition costs more than the rows in it.
      session
          .conf()
          .set("spark.sql.shuffle.partitions", 2L * session.sparkContext().defaultParallelism());
    }
    return session;
  }

  private static SparkSession started(SparkConf conf) {
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) { // Scala throws checked exceptions without declaring them.
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      if (e instanceof IllegalArgumentException
          || reason.startsWith("Could not parse Master URL")) {
        throw new InvalidInput(
            "Cannot start Spark: " + reason + "; correct --master, --conf or --properties-file", e);
      }
      throw e;
    }
  }

  private static String withMonitoring(String given) {
    return Stream.concat(
            Arrays.stream(given.split(",")).map(String::strip).filter(name -> !name.isEmpty()),
            Stream.of(MonitoringPlugin.class.getName()))
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** How the session reaches file systems. */
  public static Configuration hadoop(SparkSession session) {
    return session.sparkContext().hadoopConfiguration();
  }

  /** How file systems are reached where no session is needed, with checks as in a session. */
  public static Configuration plainHadoop() {
    Configuration hadoop = new Configuration();
    hadoop.setBoolean("parquet.page.verify-checksum.enabled", true);
    hadoop.setBoolean("parquet.page.write-checksum.enabled", true);
    return hadoop;
  }

  static String sparkVersion() {
    return org.apache.spark.package$.MODULE$.SPARK_VERSION();
  }
}
