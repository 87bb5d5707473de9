package org.galton.study.cells;

import java.util.List;
import org.galton.console.HomePath;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where counts of cells are, and which of them count. */
final class CountOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "Counts: a *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String input;

  @Option(
      names = "--form",
      defaultValue = "TRIPLES",
      paramLabel = "FORM",
      description =
          "TRIPLES: a row per cell and gene; DENSE: a row per cell, and a column per gene, in CSV or"
              + " Parquet (default: ${DEFAULT-VALUE}).")
  private CountRequest.Form form;

  @Option(
      names = "--cell",
      defaultValue = "cell",
      paramLabel = "COLUMN",
      description = "Column of cells (default: ${DEFAULT-VALUE}).")
  private String cell;

  @Option(
      names = "--gene",
      defaultValue = "gene",
      paramLabel = "COLUMN",
      description = "Column of genes, of triples (default: ${DEFAULT-VALUE}).")
  private String gene;

  @Option(
      names = "--count",
      defaultValue = "count",
      paramLabel = "COLUMN",
      description = "Column of counts, of triples (default: ${DEFAULT-VALUE}).")
  private String count;

  @Option(
      names = "--type",
      defaultValue = "type",
      paramLabel = "COLUMN",
      description = "Column of the cells' types, if there is one (default: ${DEFAULT-VALUE}).")
  private String type;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "Columns of the cells' conditions, kept with each cell as one JSON object (default:"
              + " none).")
  private List<String> by = List.of();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "COLUMN",
      description = "Further columns of a dense table that are no genes (default: none).")
  private List<String> ignored = List.of();

  @Option(
      names = "--upper-case",
      description = "Read names of genes in upper case (default: as they are).")
  private boolean upperCase;

  @Option(
      names = "--min-genes",
      defaultValue = "200",
      paramLabel = "N",
      description = "Leave out cells that express fewer genes (default: ${DEFAULT-VALUE}).")
  private int minGenes;

  @Option(
      names = "--min-cells",
      defaultValue = "3",
      paramLabel = "N",
      description = "Then leave out genes that fewer cells express (default: ${DEFAULT-VALUE}).")
  private int minCells;

  /**
   * @param side the column that tells groups of cells apart; null where all are one
   */
  CountRequest request(String side) {
    if (input == null) {
      throw new MissingParameterException(
          command.commandLine(),
          List.of(command.findOption("--input")),
          "Missing required option: '--input=PATH'");
    }
    return new CountRequest(
        input, form, cell, gene, count, type, by, side, ignored, upperCase, minGenes, minCells);
  }
}
