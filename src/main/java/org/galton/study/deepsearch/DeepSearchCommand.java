package org.galton.study.deepsearch;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.search.backup.DepthBonus;
import org.galton.search.backup.FrontierScore;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.SearchSettings;
import org.galton.study.deepsearch.row.DeepSearchTables;
import org.galton.study.deepsearch.view.DeepSearchPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton deepsearch}: what DeepSearch makes of trees of steps. */
@Command(
    name = "deepsearch",
    description = {
      "Compute what DeepSearch makes of trees of reasoning steps: values that backups leave, the"
          + " node to expand next, and advantages of steps.",
      "",
      "Columns: node (numbers of its steps, joined by dots) and outcome (correct, wrong,"
          + " incomplete, or empty where the step goes on). Optional: entropy of the step in nats,"
          + " backup (the order in which trajectories were backed up) and tree (which question it"
          + " is of).",
      "",
      "Where a tree has no backup, the search is replayed on it: it expands, backs up and chooses"
          + " as it would have, until it has all trajectories or asks for children that are not"
          + " there."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton deepsearch --nodes examples/steps-tree.csv",
      "         ./galton deepsearch --nodes nodes.parquet --gamma code --json",
      "         ./galton deepsearch --nodes nodes.csv --backups 4 --output runs/trees"
    })
public final class DeepSearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String nodes;

  @Option(
      names = "--depth-limit",
      defaultValue = "64",
      paramLabel = "N",
      description = "Steps of the longest trajectory (default: ${DEFAULT-VALUE}).")
  private int depthLimit;

  @Option(
      names = "--backups",
      defaultValue = "8",
      paramLabel = "N",
      description = "Trajectories after which a replayed search ends (default: ${DEFAULT-VALUE}).")
  private int backups;

  @Option(
      names = "--gamma",
      defaultValue = "paper",
      paramLabel = "INDEX",
      description =
          "Weight of a reward at node i of a path whose terminal is node l. paper: max(i/l, 0.1);"
              + " code: max((i+1)/(l+1), 0.1), as the released program has it. It decides scores;"
              + " both values are printed (default: ${DEFAULT-VALUE}).")
  private GammaIndex gamma;

  @Option(
      names = "--depth-bonus",
      defaultValue = "sqrt",
      paramLabel = "KIND",
      description =
          "What depth d adds to a frontier score, times 0.01: sqrt of d over the limit, linear d,"
              + " or log(d + 1) (default: ${DEFAULT-VALUE}).")
  private DepthBonus bonus;

  @Option(
      names = "--entropy-weight",
      defaultValue = "0.4",
      paramLabel = "W",
      description =
          "Weight of entropy in the second frontier score; the first has none (default:"
              + " ${DEFAULT-VALUE}).")
  private double entropyWeight;

  @Option(
      names = "--show",
      defaultValue = "20",
      paramLabel = "N",
      description = "Trees and nodes to show (default: ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables deepsearch_nodes, deepsearch_trees and runs, and a report, under"
              + " this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    SearchSettings settings =
        SearchSettings.withDefaults()
            .withDepthLimit(depthLimit)
            .withTrajectories(backups)
            .withGamma(gamma)
            .withFrontier(FrontierScore.withDefaults().withBonus(bonus));
    DeepSearchRequest request = new DeepSearchRequest(nodes, settings, entropyWeight);
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      DeepSearchResult result = new DeepSearchJob(spark).run(request, run.name());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> DeepSearchText.json(result),
          page,
          out -> out.print(DeepSearchText.of(result, show) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, DeepSearchResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            DeepSearchPage.of(
                own.run(),
                own.rows(DeepSearchTables.TREES, row -> true),
                own.rows(DeepSearchTables.NODES, row -> true)));
  }
}
