package org.galton.study.frechet.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of distances between groups of vectors. */
public final class FrechetTables {
  public static final Table<FrechetDistanceRow> DISTANCES =
      new Table<>("frechet_distances", FrechetDistanceRow.class);
  public static final Table<FrechetMeanRow> MEANS =
      new Table<>("frechet_means", FrechetMeanRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(DISTANCES, MEANS);

  private FrechetTables() {}
}
