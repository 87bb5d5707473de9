package org.galton.study.samplers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.samplers.row.SamplerCostRow;
import org.galton.study.samplers.view.SamplersSection;

/** Samplers at equal cost for the terminal, and as one JSON document. */
final class SamplersText {
  private static final int MOST_BRIEF = 20;

  private SamplersText() {}

  static String of(SamplersJob.Result result) {
    return table(result.rows());
  }

  /** Of one rollout of a prompt, for the output of a sweep; its report has the rest. */
  static String brief(SamplersJob.Result result) {
    List<SamplerCostRow> single =
        result.rows().stream().filter(row -> row.rollouts() == 1).toList();
    return single.size() > MOST_BRIEF
        ? "Samplers at equal cost: %d cells, in the report.\n".formatted(single.size())
        : table(single);
  }

  private static String table(List<SamplerCostRow> rows) {
    return TextTable.of(SamplersSection.COSTS, SamplersSection.named(rows), "-").toString();
  }

  static ObjectNode json(SamplersJob.Result result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("costs"), SamplersSection.COSTS, result.rows());
    return root;
  }
}
