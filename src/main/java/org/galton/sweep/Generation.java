package org.galton.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.table.store.Fingerprint;

/**
 * Everything that shapes the distribution a completion is drawn from. Two generations with the same
 * id draw the same text for the same prompt and rollout index; whatever differs gets another id, so
 * nothing is reused or mixed unseen.
 *
 * @param modelDigest hash of weights, configuration and tokenizer
 * @param framing how a task's text becomes a prompt
 * @param chatDigest hash of the model's chat template; of no concern to raw prompts
 * @param sampler the way random numbers become tokens, with its version
 */
public record Generation(
    String modelDigest,
    Sampling sampling,
    Framing framing,
    String chatDigest,
    ComputeType compute,
    String sampler,
    long seed) {
  /** Random numbers as a function of rollout seed and token position. */
  public static final String SAMPLER = "counter/1";

  private static final int ID_BYTES = 10;

  public static Generation of(
      ModelCard model, Sampling sampling, Framing framing, ComputeType compute, long seed) {
    return new Generation(
        model.digest(), sampling, framing, model.chat().digest(), compute, SAMPLER, seed);
  }

  /**
   * The same by a search over its blocks.
   *
   * @param search its settings, and the versions of the values and verdicts that it goes by
   */
  public Generation searched(String search) {
    return new Generation(
        modelDigest, sampling, framing, chatDigest, compute, sampler + " " + search, seed);
  }

  /**
   * The same with other models in some roles of its task.
   *
   * @param digests of the models by role
   */
  public Generation with(SortedMap<String, String> digests) {
    return digests.isEmpty()
        ? this
        : new Generation(
            modelDigest,
            sampling,
            framing,
            chatDigest,
            compute,
            sampler + " partners " + digests,
            seed);
  }

  /** Begins with a letter: readers that guess types must not take it for a number. */
  public String id() {
    List<String> parts = new ArrayList<>();
    parts.add(modelDigest);
    parts.add(Double.toString(sampling.temperature()));
    parts.add(Integer.toString(sampling.topK()));
    parts.add(Double.toString(sampling.topP()));
    parts.add(Double.toString(sampling.minP()));
    parts.add(Integer.toString(sampling.maxTokens()));
    // Which of two stop strings is named first makes no difference.
    parts.add(Integer.toString(sampling.stop().size()));
    sampling.stop().stream().sorted().forEach(parts::add);
    parts.add(sampler);
    parts.add(Long.toString(seed));
    // What is as it always was leaves no trace, so that what was drawn before still counts.
    if (framing instanceof Framing.Chat chat) {
      parts.addAll(chat.identity());
      parts.add(chatDigest);
    }
    if (compute != ComputeType.FLOAT32) {
      parts.add(compute.name());
    }
    return "g" + Fingerprint.of(parts).hex(ID_BYTES);
  }
}
