package org.galton.study.cells.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of cells as sentences. */
public final class CellTables {
  public static final Table<CellSentenceRow> SENTENCES =
      new Table<>("cell_sentences", CellSentenceRow.class);
  public static final Table<CellGeneRow> VOCABULARY =
      new Table<>("cell_vocabulary", CellGeneRow.class);
  public static final Table<CellFitRow> FITS = new Table<>("cell_fits", CellFitRow.class);
  public static final Table<CellRankRow> RANKS = new Table<>("cell_ranks", CellRankRow.class);
  public static final Table<CellTypeRow> TYPES = new Table<>("cell_types", CellTypeRow.class);

  public static final Table<CellCountRow> COUNTS = new Table<>("cell_counts", CellCountRow.class);
  public static final Table<CellTruthRow> TRUTHS = new Table<>("cell_truths", CellTruthRow.class);

  public static final Table<CellReadingRow> READINGS =
      new Table<>("cell_readings", CellReadingRow.class);
  public static final Table<CellScoreRow> SCORES = new Table<>("cell_scores", CellScoreRow.class);

  public static final Table<CellVectorRow> VECTORS =
      new Table<>("cell_vectors", CellVectorRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL =
      List.of(COUNTS, TRUTHS, SENTENCES, VOCABULARY, FITS, RANKS, TYPES, READINGS, SCORES, VECTORS);

  private CellTables() {}
}
