package org.galton.study.frechet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.study.frechet.row.FrechetTables;
import org.galton.study.frechet.view.FrechetPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton frechet}: how far groups of vectors are from a reference. */
@Command(
    name = "frechet",
    description = {
      "Measure how far groups of vectors, such as embeddings of generated texts or cells, are from"
          + " a reference: the squared Fréchet distance of two Gaussians, |m1 - m2|^2 + Tr(S1 + S2 -"
          + " 2 (S1 S2)^(1/2)). Each condition is measured by itself.",
      "",
      "The distance of samples is too high, the more so the fewer vectors there are. So each stands"
          + " beside its floor, the distance of two samples of the reference, and groups of different"
          + " sizes are refused unless --equal takes samples of one size."
    },
    mixinStandardHelpOptions = true,
    subcommands = BiasCommand.class,
    footer = {
      "",
      "Example: ./galton frechet --input examples/vectors.csv --vector x,y --side side --reference"
          + " real",
      "         ./galton frechet --input cells.parquet --vector embedding --by type,drug --side"
          + " source --reference real --equal",
      "         ./galton frechet bias --dimensions 8,32 --vectors 50,100,500,2000"
    })
public final class FrechetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String input;

  @Option(
      names = "--vector",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "The column of arrays of numbers (a JSON array in CSV), or several columns of numbers.")
  private List<String> vector;

  @Option(
      names = "--side",
      paramLabel = "COLUMN",
      description = "The column that tells the reference from what is compared with it.")
  private String side;

  @Option(
      names = "--reference",
      paramLabel = "VALUE",
      description =
          "What the reference has in that column. Each other value is a group to compare with it.")
  private String reference;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns that tell conditions apart (default: all rows are one condition).")
  private List<String> by = List.of();

  @Option(
      names = "--cluster",
      paramLabel = "COLUMN",
      description =
          "Column of vectors that belong together, such as those of one prompt or donor: the"
              + " bootstrap and the floor take them together (default: equal vectors alone).")
  private String cluster;

  @Option(
      names = "--embedder",
      paramLabel = "COLUMN",
      description =
          "Column that names what made the vectors. It is stored; two of them are refused.")
  private String embedder;

  @Option(
      names = "--equal",
      description =
          "Take a sample of the larger groups of a condition, as large as its smallest group.")
  private boolean equal;

  @Option(
      names = "--draws",
      defaultValue = "200",
      paramLabel = "B",
      description =
          "Draws of the bootstrap, 0 for none; each costs about as much as the distance itself"
              + " (default: ${DEFAULT-VALUE}).")
  private int draws;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes samples and draws (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables frechet_distances, frechet_means and runs, and a report, under"
              + " this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    checkGiven();
    FrechetRequest request =
        new FrechetRequest(
            input, vector, by, side, reference, cluster, embedder, equal, draws, seed);
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      FrechetResult result = new FrechetJob(spark, request).run(run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> FrechetText.json(result),
          page,
          out -> {
            out.print(FrechetText.of(result) + PageFile.line(page));
            FrechetText.left(result).ifPresent(spec.commandLine().getErr()::println);
          });
    }
    return ExitCode.COMPLETE.value();
  }

  /** Here, since the options of a command are not those of its subcommands. */
  private void checkGiven() {
    List<ArgSpec> missing =
        Stream.of("--input", "--vector", "--side", "--reference")
            .<ArgSpec>map(spec::findOption)
            .filter(option -> option.getValue() == null)
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingParameterException(
          spec.commandLine(),
          missing,
          "Missing required options: "
              + missing.stream()
                  .map(option -> "'%s'".formatted(((OptionSpec) option).longestName()))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String write(
      String folder, RecordedRun run, FrechetResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own ->
            FrechetPage.of(
                own.run(),
                own.rows(FrechetTables.DISTANCES, row -> true),
                own.rows(FrechetTables.MEANS, row -> true)));
  }
}
