package org.galton.study.frechet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galton.console.ExitCode;
import org.galton.console.PrintOptions;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.frechet.SampleBias;
import org.galton.report.ColumnFormat;
import org.galton.report.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code galton frechet bias}: what samples of one law are apart. */
@Command(
    name = "bias",
    description = {
      "Simulate how far two samples of the same standard normal law are apart, in squared Fréchet"
          + " distance: what a distance of so many vectors is when nothing differs."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton frechet bias --dimensions 8,32 --vectors 50,100,500,2000"})
public final class BiasCommand implements Callable<Integer> {
  private static final Columns<SampleBias> COLUMNS =
      Columns.<SampleBias>of()
          .column(
              SampleBias::dimensions,
              ColumnFormat.json("dimensions"),
              ColumnFormat.text("dimensions", "%d"))
          .column(
              SampleBias::vectors,
              ColumnFormat.json("vectors"),
              ColumnFormat.text("vectors", "%,d"))
          .column(
              SampleBias::value,
              ColumnFormat.json("distance"),
              ColumnFormat.text("distance", "%.4f"))
          .column(
              SampleBias::standardError,
              ColumnFormat.json("standard_error"),
              ColumnFormat.text("standard error", "%.4f"));

  @Option(
      names = "--dimensions",
      defaultValue = "8,32",
      split = ",",
      paramLabel = "D",
      description = "Numbers of a vector (default: ${DEFAULT-VALUE}).")
  private List<Integer> dimensions;

  @Option(
      names = "--vectors",
      defaultValue = "50,100,500,2000",
      split = ",",
      paramLabel = "N",
      description = "Vectors of each sample (default: ${DEFAULT-VALUE}).")
  private List<Integer> vectors;

  @Option(
      names = "--pairs",
      defaultValue = "100",
      paramLabel = "R",
      description = "Pairs of samples (default: ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    List<SampleBias> rows = new ArrayList<>();
    for (int d : dimensions) {
      for (int n : vectors) {
        rows.add(SampleBias.of(d, n, pairs, seed));
      }
    }
    printing.print(
        () -> json(rows), Optional.empty(), out -> out.print(TextTable.of(COLUMNS, rows)));
    return ExitCode.COMPLETE.value();
  }

  private ObjectNode json(List<SampleBias> rows) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("pairs", pairs).put("seed", seed);
    RowJson.add(root.putArray("rows"), COLUMNS, rows);
    return root;
  }
}
