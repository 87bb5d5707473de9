package org.galton.study.scaling.row;

import java.util.List;
import org.galton.table.Table;

/** Tables of curves fitted to reward against compute. */
public final class ScalingTables {
  public static final Table<ScalingPointRow> POINTS =
      new Table<>("scaling_points", ScalingPointRow.class);
  public static final Table<ScalingFitRow> FITS = new Table<>("scaling_fits", ScalingFitRow.class);
  public static final Table<ScalingForecastRow> FORECASTS =
      new Table<>("scaling_forecasts", ScalingForecastRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(POINTS, FITS, FORECASTS);

  private ScalingTables() {}
}
