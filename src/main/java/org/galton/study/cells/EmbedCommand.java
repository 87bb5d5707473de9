package org.galton.study.cells;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.galton.report.Figures;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton cells embed}: cells as vectors, to be compared. */
@Command(
    name = "embed",
    description = {
      "Make vectors of cells, so that ./galton frechet can say how far generated ones are from real"
          + " ones. Axes are principal ones of the reference alone, or random.",
      "",
      "Both sides are counts that a column tells apart; or the counts are real cells, and --sentences"
          + " are generated ones: then the real ones become sentences too, and both come back by"
          + " the same line."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton cells embed --input runs/cells/cell_counts --side side --by"
          + " type,condition,exposure --output runs/cells",
      "         ./galton frechet --input runs/cells/cell_vectors --vector vector --by condition"
          + " --side side --reference real --embedder embedder --equal"
    })
public final class EmbedCommand implements Callable<Integer> {
  private record Side(String name, long cells) {}

  private static final Columns<Side> COLUMNS =
      Columns.<Side>of()
          .column(Side::name, ColumnFormat.json("side"), ColumnFormat.text("side"))
          .column(Side::cells, ColumnFormat.json("cells"), ColumnFormat.text("cells", "%,d"));

  @Spec private CommandSpec spec;

  @Mixin private CountOptions counts;

  @Option(
      names = "--side",
      paramLabel = "COLUMN",
      description = "Column of the counts that tells real cells from others.")
  private String side;

  @Option(
      names = "--reference",
      defaultValue = "real",
      paramLabel = "VALUE",
      description = "What real cells have in that column (default: ${DEFAULT-VALUE}).")
  private String reference;

  @Option(
      names = "--sentences",
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "Generated sentences, a row each, with the columns of --cell, --type and --by; all counts"
              + " are then real cells.")
  private String sentences;

  @Option(
      names = "--sentence",
      defaultValue = "sentence",
      paramLabel = "COLUMN",
      description = "Column of words with blanks between them (default: ${DEFAULT-VALUE}).")
  private String sentence;

  @Option(
      names = "--embedder",
      defaultValue = "pca16",
      converter = Embedder.Converter.class,
      paramLabel = "NAME",
      description =
          "pca and a number of principal axes of the reference, or random and a number of random"
              + " ones (default: ${DEFAULT-VALUE}).")
  private Embedder embedder;

  @Option(
      names = "--top",
      defaultValue = "0",
      paramLabel = "K",
      description =
          "With --sentences: longest sentence of a real cell, 0 for whole ones (default:"
              + " ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--fit-cells",
      defaultValue = "1024",
      paramLabel = "N",
      description =
          "With --sentences: real cells that the line is fitted to (default: ${DEFAULT-VALUE}).")
  private int fitCells;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes random axes, samples and ties (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Write the tables cell_vectors and runs under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    if ((side == null) == (sentences == null)) {
      throw new InvalidInput(
          "Cannot tell real cells from others: expected either --side, a column of the counts, or --sentences");
    }
    CountRequest cells = counts.request(side);
    EmbedRequest request =
        new EmbedRequest(
            cells,
            sentences == null ? reference : EmbedRequest.REAL,
            sentences == null
                ? null
                : new SentenceRequest(
                    sentences,
                    cells.cell(),
                    sentence,
                    cells.type(),
                    cells.by(),
                    cells.cell(),
                    List.of(),
                    List.of()),
            embedder,
            top,
            fitCells,
            seed);
    try (SparkSession spark = SessionFactory.open("cells")) {
      RecordedRun run = RecordedRun.begin(spark, "cells", StoredOptions.origin(spec));
      EmbedResult result =
          new EmbedJob(spark, request).run(run.name().runId(), tables -> run.write(output, tables));
      printing.print(() -> json(result), Optional.empty(), out -> out.print(text(result)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static List<Side> sides(EmbedResult result) {
    List<Side> sides = new ArrayList<>();
    for (Map.Entry<String, Long> side : result.sides().entrySet()) {
      sides.add(new Side(side.getKey(), side.getValue()));
    }
    return sides;
  }

  private static String text(EmbedResult result) {
    return TextTable.of(COLUMNS, sides(result))
        + (result.explained() == null
            ? ""
            : "%s holds %s of the reference's variance\n"
                .formatted(result.embedder(), Figures.percent(result.explained())));
  }

  private static ObjectNode json(EmbedResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("embedder", result.embedder()).put("explained", result.explained());
    RowJson.add(root.putArray("sides"), COLUMNS, sides(result));
    return root;
  }
}
