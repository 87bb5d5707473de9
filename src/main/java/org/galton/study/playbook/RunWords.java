package org.galton.study.playbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.playbook.view.PlaybooksSection;

/** Playbooks for the terminal, and as one JSON document. */
final class RunWords {
  private RunWords() {}

  static String of(PlaybookResult result) {
    return TextTable.of(PlaybooksSection.SCORES, result.scores(), "-")
        + "\n"
        + TextTable.of(PlaybooksSection.WORK, PlaybooksSection.work(result.versions()), "-");
  }

  static ObjectNode json(PlaybookResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seed", result.spec().seed());
    root.put("task", result.spec().task().name());
    RowJson.add(root.putArray("scores"), PlaybooksSection.SCORES, result.scores());
    RowJson.add(root.putArray("versions"), PlaybooksSection.VERSIONS, result.versions());
    return root;
  }
}
