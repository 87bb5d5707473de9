package org.galton.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.search.SearchSampler;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Partition;
import org.galton.task.Prompt;
import org.galton.task.Task;

/**
 * One model, one task, one sampling.
 *
 * @param source what the spec calls the model
 * @param prompts sorted by id, as files are
 * @param framing how they are put to the model
 * @param sampler searches over blocks that the sampling draws, if anything does
 * @param partners digests of the models that take roles of its task, by what the spec calls them
 */
public record Cell(
    String source,
    ModelCard model,
    Task task,
    List<Prompt> prompts,
    Sampling sampling,
    Framing framing,
    String generation,
    Optional<SearchSampler> sampler,
    Map<String, String> partners) {

  /** Token after token, without a search. */
  public Cell(
      String source,
      ModelCard model,
      Task task,
      List<Prompt> prompts,
      Sampling sampling,
      Framing framing,
      String generation) {
    this(source, model, task, prompts, sampling, framing, generation, Optional.empty());
  }

  /** By one model. */
  public Cell(
      String source,
      ModelCard model,
      Task task,
      List<Prompt> prompts,
      Sampling sampling,
      Framing framing,
      String generation,
      Optional<SearchSampler> sampler) {
    this(source, model, task, prompts, sampling, framing, generation, sampler, Map.of());
  }

  public Cell {
    prompts = prompts.stream().sorted(Comparator.comparing(Prompt::id)).toList();
    partners = Map.copyOf(partners);
    Set<String> ids = new HashSet<>();
    for (Prompt prompt : prompts) {
      if (!ids.add(prompt.id())) {
        throw new InvalidInput(
            "Cannot plan task %s: it asks prompt %s twice ('%s'); remove one"
                .formatted(task.name(), prompt.id(), prompt.text()));
      }
    }
  }

  public Partition partition() {
    return new Partition(model.name(), task.name(), generation);
  }

  public long wanted(int rollouts) {
    return (long) prompts.size() * rollouts;
  }

  /** The sampling in words: what differs from the model's own distribution, and the limit. */
  public String samplingName() {
    List<String> parts = new ArrayList<>();
    parts.add("temperature=" + shortest(sampling.temperature()));
    if (sampling.topK() > 0) {
      parts.add("top_k=" + sampling.topK());
    }
    if (sampling.topP() < 1) {
      parts.add("top_p=" + shortest(sampling.topP()));
    }
    if (sampling.minP() > 0) {
      parts.add("min_p=" + shortest(sampling.minP()));
    }
    parts.add("max_tokens=" + sampling.maxTokens());
    if (!sampling.stop().isEmpty()) {
      parts.add("stop=" + sampling.stop());
    }
    sampler.ifPresent(search -> parts.add(search.settings(sampling.maxTokens())));
    return String.join(" ", parts);
  }

  /** As messages call it. */
  public String name() {
    return model.name() + ", " + task.name() + ", " + samplingName();
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
