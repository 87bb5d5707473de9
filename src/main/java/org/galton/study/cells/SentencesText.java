package org.galton.study.cells;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.cells.view.SentencesSection;

/** Cells as sentences for the terminal, and as one JSON document. */
final class SentencesText {
  private static final int TYPES = 30;

  private SentencesText() {}

  static String of(SentencesResult result) {
    return TextTable.of(SentencesSection.SENTENCES, result.first(), "-")
        + (result.fit().keptCells() > result.first().size()
            ? "and %,d more: --output writes all\n"
                .formatted(result.fit().keptCells() - result.first().size())
            : "")
        + "\n"
        + TextTable.of(SentencesSection.KEPT, List.of(result.fit()), "-")
        + "\n"
        + TextTable.of(SentencesSection.TYPES, result.types().stream().limit(TYPES).toList(), "-")
        + (result.types().size() > TYPES
            ? "and %,d more types and conditions\n".formatted(result.types().size() - TYPES)
            : "")
        + "\n"
        + (result.fit().slope() == null
            ? "No line from ranks to expression is determined\n"
            : TextTable.of(SentencesSection.FITS, List.of(result.fit()), "-"));
  }

  static ObjectNode json(SentencesResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("kept"), SentencesSection.KEPT, List.of(result.fit()));
    RowJson.add(root.putArray("fit"), SentencesSection.FITS, List.of(result.fit()));
    RowJson.add(root.putArray("types"), SentencesSection.TYPES, result.types());
    RowJson.add(root.putArray("first_sentences"), SentencesSection.SENTENCES, result.first());
    return root;
  }
}
