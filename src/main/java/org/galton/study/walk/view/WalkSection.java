package org.galton.study.walk.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.numerics.Optionals;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.walk.row.WalkNodeRow;
import org.galton.study.walk.row.WalkSamplerRow;

/**
 * What samplers do on a tree.
 *
 * @param leaves those that the target likes best
 * @param nodes where the walk is most
 */
public record WalkSection(
    List<WalkSamplerRow> samplers, List<WalkNodeRow> leaves, List<WalkNodeRow> nodes)
    implements StudySection {

  public static final Columns<WalkSamplerRow> SAMPLERS =
      Columns.<WalkSamplerRow>of()
          .column(WalkSamplerRow::sampler, json("sampler"), text("sampler"), label("Sampler"))
          .column(
              row -> row.exact() ? "exact" : "biased",
              json("law"),
              text("law"),
              label("Law on leaves"))
          .column(
              WalkSamplerRow::tv,
              json("tv"),
              text("tv to target", "%.6f"),
              page("Distance to the target", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.leafMass()),
              json("leaf_mass"),
              text("leaf mass", "%.6f"),
              page("Share of steps on leaves", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.valuesPerStep()),
              json("values_per_step"),
              text("values a step", "%.3f"),
              page("Values a step", Figures::bits))
          .column(
              row -> row.leafVisits().isPresent() ? (Long) row.leafVisits().getAsLong() : null,
              json("leaf_visits"),
              text("leaf visits", "%,d"),
              count("Leaf visits, simulated"))
          .column(
              row -> Optionals.orNull(row.effectiveSamples()),
              json("effective_samples"),
              text("effective", "%,.0f"),
              page("Worth independent leaves", value -> Figures.count(Math.round(value))))
          .column(
              row -> Optionals.orNull(row.empiricalTv()),
              json("tv_leaf_vs_target"),
              text("simulated tv", "%.6f"),
              page("Simulated distance", Figures::fineBits));

  public static final Columns<WalkNodeRow> LEAVES =
      Columns.<WalkNodeRow>of()
          .column(WalkNodeRow::node, text("leaf"), page("Leaf"))
          .column(
              row -> Optionals.orNull(row.value()),
              text("tau", "%.6g"),
              page("tau", Figures::action))
          .column(
              row -> Optionals.orNull(row.target()),
              text("target", "%.6f"),
              page("Target", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.leafConditional()),
              text("vgb", "%.6f"),
              page("Walk", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.firstLeaf()),
              text("first leaf", "%.6f"),
              page("First leaf", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.oneWay()),
              text("one way", "%.6f"),
              page("One way", Figures::fineBits));

  public static final Columns<WalkNodeRow> NODES =
      Columns.<WalkNodeRow>of()
          .column(WalkSection::shown, text("node"), page("Node"))
          .column(WalkNodeRow::ref, text("ref", "%.6f"), page("Reference", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.value()),
              text("value", "%.6g"),
              page("Value", Figures::action))
          .column(
              WalkNodeRow::exactValue,
              text("exact value", "%.6g"),
              page("Exact value", Figures::action))
          .column(
              WalkNodeRow::stationary,
              text("share of steps", "%.6f"),
              page("Share of steps", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.down()),
              text("from parent", "%.6f"),
              page("From its parent", Figures::fineBits))
          .column(WalkNodeRow::up, text("up", "%.6f"), page("Up", Figures::fineBits))
          .column(WalkNodeRow::stay, text("stay", "%.6f"), page("Stay", Figures::fineBits));

  /** As results call a node. */
  public static String shown(WalkNodeRow row) {
    return row.node().isEmpty() ? "root" : row.node();
  }

  public FigureTable samplerTable() {
    return SAMPLERS.table("Samplers", samplers);
  }

  public FigureTable leafTable() {
    return LEAVES.table("Likely leaves", leaves);
  }

  public FigureTable nodeTable() {
    return NODES.table("Where the walk is most", nodes);
  }
}
