package org.galton.study.cells;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PrintOptions;
import org.galton.console.RowJson;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.console.TextTable;
import org.galton.job.run.RecordedRun;
import org.galton.report.ColumnFormat;
import org.galton.report.Columns;
import org.galton.study.cells.SimulationJob.DrawnCells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton cells simulate}: cells whose expression is known. */
@Command(
    name = "simulate",
    description = {
      "Draw synthetic cells of 4 types under 3 conditions and 2 exposures, with marker genes, a"
          + " programme of 20 genes that conditions and exposures move, noise of the library size, and"
          + " dropout. Log means add up, so that also a combination that was held out is known.",
      "",
      "--replaced draws further populations of which so many percent are cells of another type: a"
          + " distance between populations should grow with it. The real side has then twice as many"
          + " cells, for the floor."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton cells simulate --cells 20 --output runs/cells",
      "         ./galton cells simulate --cells 100 --replaced 0,10,30,60,100 --output runs/cells"
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final Columns<DrawnCells> COLUMNS =
      Columns.<DrawnCells>of()
          .column(DrawnCells::side, ColumnFormat.json("side"), ColumnFormat.text("side"))
          .column(DrawnCells::cells, ColumnFormat.json("cells"), ColumnFormat.text("cells", "%,d"))
          .column(
              DrawnCells::counts,
              ColumnFormat.json("counts"),
              ColumnFormat.text("counts above 0", "%,d"))
          .column(
              DrawnCells::genes,
              ColumnFormat.json("mean_genes"),
              ColumnFormat.text("mean genes", "%.1f"));

  @Spec private CommandSpec spec;

  @Option(
      names = "--genes",
      defaultValue = "300",
      paramLabel = "N",
      description = "Genes (default: ${DEFAULT-VALUE}).")
  private int genes;

  @Option(
      names = "--cells",
      defaultValue = "50",
      paramLabel = "N",
      description =
          "Cells of each of the 24 combinations on each side (default: ${DEFAULT-VALUE}).")
  private int cells;

  @Option(
      names = "--replaced",
      split = ",",
      paramLabel = "PERCENT",
      description =
          "Percentages of cells of another type, a population each (default: real cells alone).")
  private List<Integer> replaced = List.of();

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes everything (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Write the tables cell_counts, cell_truths and runs under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    SimulationRequest request =
        new SimulationRequest(genes, cells, replaced.stream().distinct().sorted().toList(), seed);
    try (SparkSession spark = SessionFactory.open("cells")) {
      RecordedRun run = RecordedRun.begin(spark, "cells", StoredOptions.origin(spec));
      SimulationJob job = new SimulationJob(spark, request);
      List<DrawnCells> drawn = job.drawn();
      run.write(output, job::write);
      printing.print(
          () -> json(drawn), Optional.empty(), out -> out.print(TextTable.of(COLUMNS, drawn)));
    }
    return ExitCode.COMPLETE.value();
  }

  private ObjectNode json(List<DrawnCells> drawn) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("genes", genes).put("seed", seed);
    RowJson.add(root.putArray("sides"), COLUMNS, drawn);
    return root;
  }
}
