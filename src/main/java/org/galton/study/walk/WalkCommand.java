package org.galton.study.walk;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.galton.study.walk.row.WalkTables;
import org.galton.study.walk.view.WalkPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton walk}: what samplers that go by values do on a tree. */
@Command(
    name = "walk",
    description = {
      "Compute what samplers that go by values do on a tree of sequences: VGB's walk, which goes"
          + " back, guidance that never does, and the first leaf; exactly, and simulated.",
      "",
      "Columns: node (tokens joined by dots, empty for the root), ref (probability of the last"
          + " token after the others), value (of inner nodes) and tau (weight of leaves)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton walk --tree examples/tree.csv",
      "         ./galton walk --tree tree.parquet --steps 1000000 --candidates 4 --json",
      "         ./galton walk --tree tree.csv --horizon 8 --laziness 0 --output runs/tree"
    })
public final class WalkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--tree",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String tree;

  @Option(
      names = "--horizon",
      paramLabel = "N",
      description =
          "Pad shorter sequences to N tokens with the token eos; without it leaves are where they"
              + " are.")
  private Integer horizon;

  @Option(
      names = "--laziness",
      defaultValue = "0.5",
      paramLabel = "SHARE",
      description =
          "Share of steps of vgb and rejection that stay on purpose (default: ${DEFAULT-VALUE}).")
  private double laziness;

  @Option(
      names = "--steps",
      defaultValue = "100000",
      paramLabel = "N",
      description =
          "Steps of each simulated walk; its first tenth is not counted. 0 simulates none (default:"
              + " ${DEFAULT-VALUE}).")
  private long steps;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the simulated walks (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--candidates",
      paramLabel = "K",
      description =
          "Also the walk of K drawn children that stand for all, which is biased: how much so.")
  private Integer candidates;

  @Option(
      names = "--show",
      defaultValue = "20",
      paramLabel = "N",
      description =
          "Leaves to show, the likeliest, and nodes, where the walk is most (default:"
              + " ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables walk_nodes, walk_samplers, walk_trees and runs, and a report,"
              + " under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    WalkRequest request =
        new WalkRequest(tree, number(horizon), laziness, steps, seed, number(candidates));
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      WalkResult result = new WalkJob(spark).run(request, run.name());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> WalkJson.of(result),
          page,
          out -> out.print(WalkText.of(result, show) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static OptionalInt number(Integer option) {
    return option == null ? OptionalInt.empty() : OptionalInt.of(option);
  }

  private static String write(
      String folder, RecordedRun run, WalkResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            WalkPage.of(
                own.run(),
                own.rows(WalkTables.TREES, row -> true).get(0),
                own.rows(WalkTables.SAMPLERS, row -> true),
                own.rows(WalkTables.NODES, row -> true)));
  }
}
