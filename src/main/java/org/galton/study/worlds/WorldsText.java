package org.galton.study.worlds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.worlds.view.OpponentForfeits;
import org.galton.study.worlds.view.WorldsSection;

/** Programs and matches for the terminal, and as one JSON document. */
final class WorldsText {
  private WorldsText() {}

  static String of(WorldsResult result) {
    StringBuilder text = new StringBuilder();
    text.append(TextTable.of(WorldsSection.MODELS, result.models(), "-"));
    if (!result.histories().isEmpty()) {
      text.append('\n').append(TextTable.of(WorldsSection.HISTORIES, result.histories(), "-"));
    }
    if (!result.matches().isEmpty()) {
      text.append('\n').append(TextTable.of(WorldsSection.MATCHES, result.matches(), "-"));
    }
    OpponentForfeits.of(result.matches())
        .ifPresent(forfeits -> text.append('\n').append(forfeits.sentence()).append('\n'));
    return text.toString();
  }

  static ObjectNode json(WorldsResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seed", result.request().seed());
    RowJson.add(root.putArray("models"), WorldsSection.MODELS, result.models());
    RowJson.add(root.putArray("histories"), WorldsSection.HISTORIES, result.histories());
    RowJson.add(root.putArray("matches"), WorldsSection.MATCHES, result.matches());
    return root;
  }
}
