package org.galton.study.deepsearch;

import static org.galton.report.Figures.count;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.search.backup.SearchSettings;
import org.galton.study.deepsearch.view.DeepSearchSection;

/** Tree searches for the terminal, and as one JSON document. */
final class DeepSearchText {
  private DeepSearchText() {}

  /**
   * @param shown trees and nodes to show
   */
  static String of(DeepSearchResult result, int shown) {
    StringBuilder text =
        new StringBuilder(
            "%s: %s trees\n\n".formatted(result.request().input(), count(result.trees().size())));
    text.append(TextTable.of(DeepSearchSection.TREES, first(result.trees(), shown), "-"));
    more(text, result.trees().size() - shown, "trees");
    text.append('\n');
    text.append(TextTable.of(DeepSearchSection.NODES, first(result.nodes(), shown), "-"));
    more(text, result.nodes().size() - shown, "nodes");
    return text.toString();
  }

  private static <R> List<R> first(List<R> rows, int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  private static void more(StringBuilder text, int more, String what) {
    if (more > 0) {
      text.append("… and %s more %s: --output has them all\n".formatted(count(more), what));
    }
  }

  static ObjectNode json(DeepSearchResult result) {
    SearchSettings settings = result.request().settings();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input())
        .put("depth_limit", settings.depthLimit())
        .put("backups", settings.trajectories())
        .put("gamma_index", settings.gamma().name().toLowerCase(Locale.ROOT))
        .put("depth_bonus", settings.frontier().bonus().name().toLowerCase(Locale.ROOT))
        .put("entropy_weight", result.request().entropyWeight());
    RowJson.add(root.putArray("trees"), DeepSearchSection.TREES, result.trees());
    RowJson.add(root.putArray("nodes"), DeepSearchSection.NODES, result.nodes());
    return root;
  }
}
