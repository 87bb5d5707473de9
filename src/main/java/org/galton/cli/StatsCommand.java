package org.galton.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.job.ModelStatistics;
import org.galton.job.StatsJob;
import org.galton.job.StatsRequest;
import org.galton.job.StatsResult;
import org.galton.statistics.Ties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton stats}: the statistics of rollouts that Galton did not draw. */
@Command(
    name = "stats",
    description = {
      "Compute the statistics of anyone's rollouts: a row per rollout in CSV, JSON Lines or Parquet.",
      "",
      "Columns: prompt, sample (its number within the prompt, from 0) and correct (0 or 1). Optional:"
          + " answer (canonical; empty where none was found), rm_score, logprob_sum (nats), tokens,"
          + " finish (stop, length or interrupted), cluster (family of the prompt), model."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton stats --input rollouts.csv --k 1,8,64",
      "         ./galton stats --input rollouts.parquet --plan"
    })
final class StatsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String input;

  @Option(
      names = "--k",
      split = ",",
      paramLabel = "K",
      description =
          "Rollouts that pass@k and its like are about (default: the powers of two, for maj@k up to"
              + " 64; beyond it is simulated where it is asked for).")
  private List<Integer> ks = new ArrayList<>();

  @Option(
      names = "--ties",
      defaultValue = "shared",
      description =
          "What a tied vote earns: shared, its share of right answers, or wrong, nothing where a"
              + " wrong answer is tied (default: ${DEFAULT-VALUE}).")
  private Ties ties;

  @Option(
      names = "--cluster",
      defaultValue = "cluster",
      paramLabel = "COLUMN",
      description =
          "The column that names a prompt's family; errors are then over families"
              + " (default: ${DEFAULT-VALUE}, where there is one).")
  private String cluster;

  @Option(
      names = "--plan",
      description = "Say what more prompts or more rollouts would buy, instead of the figures.")
  private boolean plan;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Also write the tables metrics, prompt_statistics and runs under this folder.")
  private String output;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    StatsRequest request = StatsRequest.of(input).withKs(ks).with(ties).withClusterColumn(cluster);
    try (SparkSession spark = SessionFactory.open("stats")) {
      StatsJob job = new StatsJob(spark);
      StatsResult result =
          output == null ? job.run(request) : job.run(request, output, Versions.galton());
      if (json) {
        out.println(StatsJson.of(result).toPrettyString());
      } else {
        result.models().forEach(model -> print(model, out));
      }
    }
    return ExitCode.COMPLETE.value();
  }

  private void print(ModelStatistics model, PrintWriter out) {
    out.println(StatsTable.heading(model));
    out.print(plan ? PlanTable.of(model.plan()) : StatsTable.of(model));
    StatsTable.warnings(model).forEach(spec.commandLine().getErr()::println);
    out.println();
    out.flush();
  }
}
