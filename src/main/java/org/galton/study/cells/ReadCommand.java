package org.galton.study.cells;

import java.io.IOException;
import java.util.List;
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
import org.galton.spec.InvalidInput;
import org.galton.study.cells.row.CellTables;
import org.galton.study.cells.view.ReadingsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton cells read}: how well generated sentences tell cells. */
@Command(
    name = "read",
    description = {
      "Read sentences that a model generated: take out words that are no genes, put a repeated gene"
          + " at the mean of its positions, and give expression back by the line that is fitted to"
          + " real cells.",
      "",
      "Where a sentence names the cell that it should be like, both are compared: genes that are"
          + " shared, Kendall's tau-b, and whether the true cell is closer than others. Where real"
          + " cells have types, the type whose mean is nearest is found."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton cells read --input examples/cells.csv --min-genes 1 --sentences"
          + " examples/cell-sentences.csv",
      "         ./galton cells read --input counts.parquet --sentences generated.jsonl --label"
          + " type,drug --predicted type_said,drug_said --output runs/cells"
    })
public final class ReadCommand implements Callable<Integer> {
  private static final int SHOWN = 200;

  @Spec private CommandSpec spec;

  @Mixin private CountOptions counts;

  @Option(
      names = "--sentences",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "Generated sentences, a row each: a *.csv, *.jsonl or *.parquet file, or a folder of such"
              + " files of one format. Names and types are in the columns of --cell and --type.")
  private String sentences;

  @Option(
      names = "--sentence",
      defaultValue = "sentence",
      paramLabel = "COLUMN",
      description = "Column of words with blanks between them (default: ${DEFAULT-VALUE}).")
  private String sentence;

  @Option(
      names = "--reference",
      defaultValue = "reference",
      paramLabel = "COLUMN",
      description =
          "Column of the real cell that the sentence should be like, if there is one (default:"
              + " ${DEFAULT-VALUE}).")
  private String reference;

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns of true labels (default: none).")
  private List<String> labels = List.of();

  @Option(
      names = "--predicted",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns of what was predicted for them, in the same order.")
  private List<String> predicted = List.of();

  @Option(
      names = "--programme",
      split = ",",
      paramLabel = "GENE",
      description = "Genes that Kendall's tau is over (default: all that stay).")
  private List<String> programme = List.of();

  @Option(
      names = "--top",
      defaultValue = "0",
      paramLabel = "K",
      description =
          "Longest sentence of a real cell, 0 for whole ones (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--fit-cells",
      defaultValue = "1024",
      paramLabel = "N",
      description =
          "Real cells that the line is fitted to, and sentences whose references are told apart"
              + " (default: ${DEFAULT-VALUE}).")
  private int fitCells;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the order of ties and the samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables cell_readings, cell_scores and runs, and a report, under this"
              + " folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    CountRequest cells = counts.request(null);
    if (labels.size() != predicted.size()) {
      throw new InvalidInput(
          "Cannot compare labels: --label names %d columns and --predicted %d; expected as many"
              .formatted(labels.size(), predicted.size()));
    }
    ReadRequest request =
        new ReadRequest(
            cells,
            new SentenceRequest(
                sentences,
                cells.cell(),
                sentence,
                cells.type(),
                List.of(),
                reference,
                labels,
                predicted),
            top,
            fitCells,
            programme,
            seed);
    try (SparkSession spark = SessionFactory.open("cells")) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, "cells", StoredOptions.origin(spec));
      AtomicReference<String> page = new AtomicReference<>();
      ReadResult result =
          new ReadJob(spark, request)
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
          () -> ReadText.json(result),
          written,
          out -> {
            out.print(ReadText.of(result) + PageFile.line(written));
            ReadText.unmatched(result).ifPresent(spec.commandLine().getErr()::println);
          });
    }
    return ExitCode.COMPLETE.value();
  }

  private String page(RecordedRun run, Configuration hadoop) {
    return PageFile.ofRun(
        output,
        run.name().runId(),
        hadoop,
        own ->
            ReadingsPage.of(
                own.run(),
                own.rows(CellTables.SCORES, row -> true),
                own.rows(CellTables.READINGS, row -> true).stream().limit(SHOWN).toList()));
  }
}
