package org.galton.samplelog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.task.Prompt;
import org.galton.task.PromptId;

/**
 * The prompts of a log's documents. Documents that share text and reference stay apart, or the mean
 * over prompts would not be the tool's mean over documents: the first one has the id that its
 * content has everywhere, the next ones ids of their own, and all are one cluster, for their
 * outcomes are no independent draws.
 */
final class DocumentPrompts {
  private final String task;
  private final String attribute;
  private final Map<String, List<String>> documents = new HashMap<>();

  /**
   * @param attribute under which a prompt keeps its document's id
   */
  DocumentPrompts(String task, String attribute) {
    this.task = task;
    this.attribute = attribute;
  }

  Prompt prompt(String document, String text, String reference) {
    String first = PromptId.of(task, text, reference);
    List<String> sharing = documents.computeIfAbsent(first, id -> new ArrayList<>(1));
    int place = sharing.indexOf(document);
    if (place < 0) {
      place = sharing.size();
      sharing.add(document);
    }
    String id = place == 0 ? first : PromptId.of(task, first, Integer.toString(place));
    return new Prompt(id, task, first, text, reference, Map.of(attribute, document));
  }
}
