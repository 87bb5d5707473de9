package org.galton.study.flags;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.flags.row.FlagLeakRow;
import org.galton.study.flags.view.LeakColumns;

/**
 * Tests that stand in material.
 *
 * @param looked texts, answers and names of tests that were looked for
 * @param texts of the material
 */
record CanaryResult(List<FlagLeakRow> leaks, int looked, long texts) {
  String text() {
    String told =
        "%,d texts, answers and names of tests were looked for in %,d %s of material: %s\n"
            .formatted(
                looked,
                texts,
                texts == 1 ? "text" : "texts",
                leaks.isEmpty() ? "none is there" : "%,d found".formatted(leaks.size()));
    return leaks.isEmpty() ? told : TextTable.of(LeakColumns.LEAKS, leaks, "-") + "\n" + told;
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("looked_for", looked).put("texts", texts);
    RowJson.add(root.putArray("leaks"), LeakColumns.LEAKS, leaks);
    return root;
  }
}
