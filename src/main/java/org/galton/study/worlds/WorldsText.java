package org.galton.study.worlds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.worlds.view.WorldsSection;

/** Programs and matches for the terminal, and as one JSON document. */
final class WorldsText {
  private WorldsText() {}

  static String of(WorldsResult result) {
    String models = TextTable.of(WorldsSection.MODELS, result.models(), "-").toString();
    return result.matches().isEmpty()
        ? models
        : models + "\n" + TextTable.of(WorldsSection.MATCHES, result.matches(), "-");
  }

  static ObjectNode json(WorldsResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seed", result.request().seed());
    RowJson.add(root.putArray("models"), WorldsSection.MODELS, result.models());
    RowJson.add(root.putArray("matches"), WorldsSection.MATCHES, result.matches());
    return root;
  }
}
