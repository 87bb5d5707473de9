package org.galton.sweep;

import java.util.ArrayList;
import java.util.List;
import org.galton.model.Sampling;
import org.galton.table.Fingerprint;

/**
 * Everything that shapes the distribution a completion is drawn from. Two generations with the same
 * id draw the same text for the same prompt and rollout index; whatever differs gets another id, so
 * nothing is reused or mixed unseen.
 *
 * @param modelDigest hash of weights, configuration, tokenizer and template
 * @param sampler the way random numbers become tokens, with its version
 */
public record Generation(String modelDigest, Sampling sampling, String sampler, long seed) {
  /** Random numbers as a function of rollout seed and token position. */
  public static final String SAMPLER = "counter/1";

  private static final int ID_BYTES = 10;

  public static Generation of(String modelDigest, Sampling sampling, long seed) {
    return new Generation(modelDigest, sampling, SAMPLER, seed);
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
    return "g" + Fingerprint.of(parts).hex(ID_BYTES);
  }
}
