package org.galton.samplelog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.Partition;

/**
 * What a log's rollouts have in common.
 *
 * @param sampling settings by name, as far as the log states them
 * @param scorer who judged, with all that tells one verdict from another; empty where nobody did
 */
public record LogCell(
    String tool, String model, String task, SortedMap<String, String> sampling, String scorer) {
  private static final int ID_BYTES = 10;

  public LogCell {
    sampling = Collections.unmodifiableSortedMap(new TreeMap<>(sampling));
  }

  /**
   * The keys of a JSON object that are set, each value a text as it is or JSON.
   *
   * @param others keys that change nothing about what is drawn
   */
  static SortedMap<String, String> settings(JsonNode object, Set<String> others) {
    SortedMap<String, String> settings = new TreeMap<>();
    object.properties().stream()
        .filter(entry -> !entry.getValue().isNull() && !others.contains(entry.getKey()))
        .forEach(entry -> settings.put(entry.getKey(), text(entry.getValue())));
    return settings;
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  public boolean isJudged() {
    return !scorer.isEmpty();
  }

  /**
   * Hash of tool, model and sampling. Its first word keeps it apart from what Galton drew, whose
   * generation knows the weights and the seed.
   */
  public String generation() {
    List<String> parts = new ArrayList<>(List.of(tool, model));
    sampling.forEach((key, value) -> parts.addAll(List.of(key, value)));
    return "imported-" + Fingerprint.of(parts).hex(ID_BYTES);
  }

  public Partition partition() {
    return new Partition(model, task, generation());
  }

  /** The sampling in words. */
  public String samplingName() {
    return sampling.isEmpty()
        ? "not logged"
        : sampling.entrySet().stream()
            .map((Map.Entry<String, String> entry) -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }
}
