package org.galton.study.flags;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.flags.row.FlagRow;
import org.galton.study.flags.view.FlagsSection;

/** Flags for the terminal, and as one JSON document. */
final class FlagsText {
  private static final int MOST_FLAGS = 20;

  private FlagsText() {}

  static String of(FlagsResult result) {
    FlagsSection section = result.section();
    StringBuilder text = new StringBuilder();
    text.append(TextTable.of(FlagsSection.OUTCOMES, result.outcomes(), "-"));
    if (!result.labels().isEmpty()) {
      text.append('\n').append(TextTable.of(FlagsSection.LABELS, result.labels(), "-"));
    }
    if (!result.flags().isEmpty()) {
      List<FlagRow> shown = result.flags().stream().limit(MOST_FLAGS).toList();
      text.append('\n').append(TextTable.of(FlagsSection.FLAGS, shown, "-"));
      if (shown.size() < result.flags().size()) {
        text.append("... and %,d more flags\n".formatted(result.flags().size() - shown.size()));
      }
    }
    if (!section.missing().isEmpty()) {
      text.append("\nNot to be seen here:\n");
      section.missing().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  static ObjectNode json(FlagsResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("outcomes"), FlagsSection.OUTCOMES, result.outcomes());
    RowJson.add(root.putArray("labels"), FlagsSection.LABELS, result.labels());
    RowJson.add(root.putArray("flags"), FlagsSection.FLAGS, result.flags());
    return root;
  }
}
