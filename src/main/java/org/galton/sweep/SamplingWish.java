package org.galton.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.model.ModelCard;
import org.galton.model.Sampling;
import org.galton.model.SamplingDefaults;
import org.galton.search.SearchSampler;
import org.galton.spec.InvalidInput;

/**
 * A sampling as a spec asks for it. Order of precedence: what the spec states; what the
 * checkpoint's makers recommend, unless {@code source} says otherwise; temperature 1 and no filter.
 *
 * @param sampler searches over blocks that are drawn in this way; nothing where completions are
 *     drawn token after token
 */
public record SamplingWish(
    OptionalDouble temperature,
    OptionalInt topK,
    OptionalDouble topP,
    OptionalDouble minP,
    int maxTokens,
    List<String> stop,
    Source source,
    Optional<SearchSampler> sampler) {

  /** Where values that the spec leaves out come from. */
  public enum Source {
    /** The checkpoint's {@code generation_config.json}, where it has one. */
    CHECKPOINT,
    /** Nowhere: temperature 1 and no filter. */
    NONE
  }

  /** Token after token, without a search. */
  public SamplingWish(
      OptionalDouble temperature,
      OptionalInt topK,
      OptionalDouble topP,
      OptionalDouble minP,
      int maxTokens,
      List<String> stop,
      Source source) {
    this(temperature, topK, topP, minP, maxTokens, stop, source, Optional.empty());
  }

  public SamplingWish {
    stop = List.copyOf(stop);
  }

  /** Asks for exactly this. */
  public static SamplingWish of(Sampling sampling) {
    return new SamplingWish(
        OptionalDouble.of(sampling.temperature()),
        OptionalInt.of(sampling.topK()),
        OptionalDouble.of(sampling.topP()),
        OptionalDouble.of(sampling.minP()),
        sampling.maxTokens(),
        sampling.stop(),
        Source.NONE);
  }

  /**
   * The sampling for a model.
   *
   * @throws InvalidInput when its makers recommend what Galton does not have
   */
  public Sampling under(ModelCard model) {
    SamplingDefaults defaults =
        switch (source) {
          case CHECKPOINT -> model.sampling();
          case NONE -> SamplingDefaults.NONE;
        };
    if (!defaults.unsupported().isEmpty()) {
      throw new InvalidInput(
          "Cannot sample model %s as its generation_config.json says: %s not supported; set %s"
              .formatted(
                  model.name(),
                  String.join(", ", defaults.unsupported())
                      + (defaults.unsupported().size() == 1 ? " is" : " are"),
                  "sampling.defaults (of generate: --defaults) to none and state what you want of temperature, top_k, top_p"
                      + " and min_p"));
    }
    return new Sampling(
        first(temperature, defaults.temperature(), 1),
        topK.orElse(defaults.topK().orElse(0)),
        first(topP, defaults.topP(), 1),
        first(minP, defaults.minP(), 0),
        maxTokens,
        stop);
  }

  private static double first(OptionalDouble stated, OptionalDouble recommended, double otherwise) {
    return stated.orElse(recommended.orElse(otherwise));
  }
}
