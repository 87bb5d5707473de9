package org.galton.study.vgb.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import java.util.Map;
import org.galton.numerics.Optionals;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.vgb.row.VgbHorizonRow;

/** What samplers do, by task, values and horizon. */
public record VgbSection(List<VgbHorizonRow> rows) implements StudySection {

  public static final Columns<VgbHorizonRow> ROWS =
      Columns.<VgbHorizonRow>of()
          .column(VgbHorizonRow::task, json("task"), text("task"), label("Task"))
          .column(VgbHorizonRow::valueRule, json("value_rule"), text("values"), label("Values"))
          .column(
              VgbHorizonRow::samples,
              json("samples"),
              text("samples", "%,d"),
              page("Samples", value -> Figures.count(value)))
          .column(VgbHorizonRow::horizon, json("horizon"), text("tokens", "%d"), count("Tokens"))
          .column(VgbHorizonRow::leaves, json("leaves"))
          .column(VgbHorizonRow::meanTau, json("mean_tau"))
          .column(
              row -> Optionals.orNull(row.valueError()),
              json("value_error"),
              text("value error", "%.4f"),
              page("Value error", Figures::fineBits))
          .column(
              VgbHorizonRow::oneWayTv,
              json("one_way_tv"),
              text("one way tv", "%.6f"),
              page("One way, distance", Figures::fineBits))
          .column(VgbHorizonRow::oneWayLost, json("one_way_lost"))
          .column(
              row -> Optionals.orNull(row.oneWayKl()),
              json("one_way_kl"),
              text("kl", "%.6f"),
              page("One way, divergence (nats)", Figures::fineBits))
          .column(
              VgbHorizonRow::firstLeafTv,
              json("first_leaf_tv"),
              text("first leaf tv", "%.6f"),
              page("First leaf, distance", Figures::fineBits))
          .column(
              VgbHorizonRow::firstLeafMoves,
              json("first_leaf_moves"),
              text("moves", "%.1f"),
              page("Moves to it", Figures::decimal))
          .column(
              VgbHorizonRow::walkTv,
              json("walk_tv"),
              text("walk tv", "%.6f"),
              page("Walk, distance", Figures::fineBits))
          .column(
              VgbHorizonRow::leafMass,
              json("leaf_mass"),
              text("leaf mass", "%.4f"),
              page("Share on leaves", Figures::fineBits))
          .column(VgbHorizonRow::roundTripMoves, json("round_trip_moves"))
          .column(
              VgbHorizonRow::roundTripTokens,
              json("round_trip_tokens"),
              text("tokens, walk", "%,.0f"),
              page("Tokens a round trip", value -> Figures.count(Math.round(value))))
          .column(
              VgbHorizonRow::rejectionTokens,
              json("rejection_tokens"),
              text("rejection", "%,.0f"),
              page("Tokens of rejection", value -> Figures.count(Math.round(value))));

  public List<HorizonPicture> pictures() {
    return HorizonPicture.of(rows);
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("vgb.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("vgb", pictures());
  }

  public FigureTable table() {
    return ROWS.table("Samplers by task, values and length", rows);
  }
}
