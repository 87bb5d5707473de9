package org.galton.study.cells;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.study.cells.row.CellTables;
import org.galton.study.cells.view.SentencesPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton cells}: counts of cells as sentences. */
@Command(
    name = "cells",
    description = {
      "Make a sentence of each cell from counts of its genes: the names of the genes that it"
          + " expresses, from highest to lowest, after Cell2Sentence. Cells with few genes are left"
          + " out, then genes in few cells; counts are scaled to the median library size, and"
          + " expression is log10(1 + count).",
      "",
      "Then fit the line that gives expression back from a gene's place in the sentence: intercept"
          + " + slope log10(1 + rank), and say how much is lost there and back."
    },
    mixinStandardHelpOptions = true,
    subcommands = {ReadCommand.class, EmbedCommand.class, SimulateCommand.class},
    footer = {
      "",
      "Example: ./galton cells --input examples/cells.csv --min-genes 1",
      "         ./galton cells --input counts.parquet --by donor,drug --top 1000 --output runs/cells",
      "         ./galton cells read --input examples/cells.csv --min-genes 1 --sentences"
          + " examples/cell-sentences.csv",
      "         ./galton cells simulate --cells 20 --output runs/cells"
    })
public final class CellsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private CountOptions counts;

  @Option(
      names = "--top",
      defaultValue = "0",
      paramLabel = "K",
      description = "Longest sentence, 0 for whole ones (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--fit-cells",
      defaultValue = "1024",
      paramLabel = "N",
      description = "Cells of the sample that the line is fitted to (default: ${DEFAULT-VALUE}).")
  private int fitCells;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the order of ties and the sample (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables cell_sentences, cell_vocabulary, cell_fits, cell_ranks, cell_types"
              + " and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    SentencesRequest request = new SentencesRequest(counts.request(null), top, fitCells, seed);
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      AtomicReference<String> page = new AtomicReference<>();
      SentencesResult result =
          new SentencesJob(spark, request)
              .run(
                  run.name().runId(),
                  tables -> {
                    if (output != null) {
                      run.write(output, tables);
                      page.set(page(run, hadoop));
                    }
                  });
      Optional<String> written = Optional.ofNullable(page.get());
      printing.print(
          () -> SentencesText.json(result),
          written,
          out -> out.print(SentencesText.of(result) + PageFile.line(written)));
    }
    return ExitCode.COMPLETE.value();
  }

  private String page(RecordedRun run, Configuration hadoop) {
    return PageFile.ofRun(
        output,
        run.name().runId(),
        hadoop,
        own ->
            SentencesPage.of(
                own.run(),
                own.rows(CellTables.FITS, row -> true).get(0),
                own.rows(CellTables.RANKS, row -> true),
                own.rows(CellTables.TYPES, row -> true)));
  }
}
