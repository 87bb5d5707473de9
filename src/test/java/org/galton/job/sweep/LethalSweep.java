package org.galton.job.sweep;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.galton.job.LethalModel;
import org.galton.job.LethalModel.Death;
import org.galton.job.Sums;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;

/** A process that runs a sweep whose model kills its process over one prompt, or over none. */
public final class LethalSweep {
  public static final int PROMPTS = 12;
  public static final int ROLLOUTS = 16;
  public static final String LETHAL = "6+3=";

  private LethalSweep() {}

  /**
   * @param args master, output, class path of the executors, and a prompt that kills; another for
   *     none
   */
  public static void main(String[] args) throws IOException {
    SparkConf conf =
        new SparkConf()
            .setMaster(args[0])
            .setAppName("lethal sweep")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.executor.memory", "512m")
            .set("spark.executor.extraClassPath", args[2])
            .set("spark.task.maxFailures", "8");
    try (SparkSession session = SparkSession.builder().config(conf).getOrCreate()) {
      SweepSpec spec =
          new SweepSpec(
              "lethal",
              7,
              args[1],
              ROLLOUTS,
              List.of("a"),
              List.of(new TaskSpec(Sums.PLAIN, PROMPTS, Split.TEST)),
              List.of(SamplingWish.of(Sampling.untempered(20))),
              new Framing.Raw(),
              Decoding.DEFAULT,
              PROMPTS * ROLLOUTS / 3,
              0.1);
      SweepResult result =
          new Sweep(session, new LethalModel.Loader(args[3], Death.PROCESS), "test")
              .run(spec, progress -> {});
      System.exit(result.exitCode());
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(3);
    }
  }
}
