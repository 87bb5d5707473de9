package org.galton.study.deepsearch.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.numerics.Optionals;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.deepsearch.row.DeepSearchNodeRow;
import org.galton.study.deepsearch.row.DeepSearchTreeRow;

/**
 * What DeepSearch makes of trees.
 *
 * @param nodes some of them
 */
public record DeepSearchSection(List<DeepSearchTreeRow> trees, List<DeepSearchNodeRow> nodes)
    implements StudySection {

  public static final Columns<DeepSearchTreeRow> TREES =
      Columns.<DeepSearchTreeRow>of()
          .column(DeepSearchTreeRow::tree, json("tree"), text("tree"), page("Tree"))
          .column(DeepSearchTreeRow::replayed, json("replayed"))
          .column(DeepSearchTreeRow::given, json("given"))
          .column(DeepSearchTreeRow::nodes, json("nodes"), text("nodes", "%,d"), count("Nodes"))
          .column(
              DeepSearchTreeRow::terminals,
              json("terminals"),
              text("terminals", "%,d"),
              count("Trajectories"))
          .column(DeepSearchTreeRow::correct, json("correct"), text("right", "%,d"), count("Right"))
          .column(
              DeepSearchTreeRow::backedUp,
              json("backed_up"),
              text("backed up", "%,d"),
              count("Backed up"))
          .column(
              row -> row.expansions().isPresent() ? (Integer) row.expansions().getAsInt() : null,
              json("expansions"),
              text("expansions", "%,d"),
              count("Expansions"))
          .column(row -> row.ended().orElse(null), json("ended"), text("ended"), page("Ended"))
          .column(
              row -> row.asked().orElse(null), json("asked"), text("asks for"), page("Asks for"))
          .column(
              row -> Optionals.orNull(row.meanReward()),
              json("mean_reward"),
              text("mean reward", "%.4f"),
              page("Mean reward", Figures::fineBits))
          .column(
              DeepSearchTreeRow::rootQ,
              json("root_q"),
              text("q of root", "%.6f"),
              page("q of the root", Figures::fineBits))
          .column(
              row -> row.selectedDefault().orElse(null),
              json("selected_default"),
              text("best"),
              page("Best to expand"))
          .column(
              row -> row.selectedWithEntropy().orElse(null),
              json("selected_with_entropy"),
              text("with entropy"),
              page("With entropy"));

  public static final Columns<DeepSearchNodeRow> NODES =
      Columns.<DeepSearchNodeRow>of()
          .column(DeepSearchNodeRow::tree, json("tree"), text("tree"), page("Tree"))
          .column(DeepSearchSection::shown, json("node"), text("node"), page("Node"))
          .column(
              row -> row.outcome().orElse(null), json("outcome"), text("outcome"), page("Outcome"))
          .column(DeepSearchNodeRow::entropy, json("entropy"))
          .column(
              row -> row.backup().isPresent() ? (Integer) row.backup().getAsInt() : null,
              json("backup"),
              text("backup", "%,d"),
              count("Backup"))
          .column(DeepSearchNodeRow::visits, json("visits"), text("visits", "%,d"), count("Visits"))
          .column(
              DeepSearchNodeRow::qPaper,
              json("q_paper"),
              text("q, paper", "%.6f"),
              page("q, paper", Figures::fineBits))
          .column(
              DeepSearchNodeRow::qReleasedCode,
              json("q_released_code"),
              text("q, code", "%.6f"),
              page("q, code", Figures::fineBits))
          .column(
              DeepSearchNodeRow::clipped,
              json("clipped"),
              text("clipped", "%.6f"),
              page("Clipped", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.advantage()),
              json("advantage"),
              text("advantage", "%.6f"),
              page("Advantage", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.uct()),
              json("uct"),
              text("uct", "%.6f"),
              page("UCT", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.frontierDefault()),
              json("frontier_default"),
              text("frontier", "%.6f"),
              page("Frontier", Figures::fineBits))
          .column(
              row -> Optionals.orNull(row.frontierWithEntropy()),
              json("frontier_with_entropy"),
              text("with entropy", "%.6f"),
              page("With entropy", Figures::fineBits));

  private static String shown(DeepSearchNodeRow row) {
    return row.node().isEmpty() ? "root" : row.node();
  }

  public FigureTable treeTable() {
    return TREES.table("Searches", trees);
  }

  public FigureTable nodeTable() {
    return NODES.table("Steps", nodes);
  }
}
