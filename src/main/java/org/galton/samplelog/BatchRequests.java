package org.galton.samplelog;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.galton.task.Prompt;
import org.galton.task.PromptId;

/**
 * A batch's input file, by {@code custom_id}. Requests with the same messages are rollouts of one
 * prompt, numbered in the file's order.
 */
final class BatchRequests {
  private static final String SHAPE =
      "a request of a batch: {\"custom_id\": …, \"body\": {\"messages\": […]}}";

  /** These change nothing about what is drawn; the model is named by the responses. */
  private static final Set<String> OTHERS =
      Set.of(
          "model",
          "messages",
          "prompt",
          "n",
          "seed",
          "user",
          "metadata",
          "store",
          "service_tier",
          "prompt_cache_key",
          "safety_identifier",
          "logprobs",
          "top_logprobs");

  private final String task;
  private final Map<String, BatchRequest> byCustomId = new HashMap<>();
  private final Map<String, Integer> drawn = new HashMap<>();
  private final Map<SortedMap<String, String>, SortedMap<String, String>> samplings =
      new HashMap<>();

  private BatchRequests(String task) {
    this.task = task;
  }

  static BatchRequests read(LogSource source, String task) throws IOException {
    BatchRequests requests = new BatchRequests(task);
    LogLine.each(source, SHAPE, requests::add);
    return requests;
  }

  private void add(LogLine line) {
    String customId = line.text("/custom_id", SHAPE);
    String messages = line.has("/body/messages") ? "/body/messages" : "/body/prompt";
    if (!line.has(messages)) {
      throw line.refused("no 'body.messages'", SHAPE);
    }
    String text = ChatText.ofPrompt(line.at(messages));
    String id = PromptId.of(task, text, "");
    Prompt prompt = new Prompt(id, task, id, text, "", Map.of());
    int choices = line.has("/body/n") ? line.count("/body/n", "a whole number") : 1;
    int first = drawn.merge(id, choices, Integer::sum) - choices;
    SortedMap<String, String> sampling = LogCell.settings(line.at("/body"), OTHERS);
    samplings.putIfAbsent(sampling, sampling);
    if (byCustomId.put(customId, new BatchRequest(prompt, first, choices, samplings.get(sampling)))
        != null) {
      throw line.refused("custom_id '" + customId + "' again", "each custom_id once");
    }
  }

  Optional<BatchRequest> find(String customId) {
    return Optional.ofNullable(byCustomId.get(customId));
  }

  /** The same request of another prompt, which counts its rollouts itself. */
  static BatchRequest as(Prompt prompt, int rollout, Optional<BatchRequest> sent) {
    return new BatchRequest(
        prompt,
        rollout,
        sent.map(BatchRequest::choices).orElse(1),
        sent.map(BatchRequest::sampling).orElseGet(TreeMap::new));
  }
}
