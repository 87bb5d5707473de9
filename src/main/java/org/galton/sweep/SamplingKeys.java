package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.model.Sampling;
import org.galton.search.SearchSampler;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/**
 * {@link SamplingWish} as specs write it. {@link Sampling}'s own constructor judges each value, one
 * at a time.
 */
public final class SamplingKeys {
  private static final ValueType<Double> TEMPERATURE =
      ValueType.number().checked(t -> new Sampling(t, 0, 1, 0, 1, List.of()));
  private static final ValueType<Integer> TOP_K =
      ValueType.integer().checked(k -> new Sampling(1, k, 1, 0, 1, List.of()));
  private static final ValueType<Double> TOP_P =
      ValueType.number().checked(p -> new Sampling(1, 0, p, 0, 1, List.of()));
  private static final ValueType<Double> MIN_P =
      ValueType.number().checked(p -> new Sampling(1, 0, 1, p, 1, List.of()));
  private static final ValueType<Integer> MAX_TOKENS = ValueType.integer(1, 1_000_000);
  private static final ValueType<String> STOP =
      ValueType.text("a text that is not empty", "(?s).+");

  private SamplingKeys() {}

  public static SamplingWish read(Section section) {
    OptionalDouble temperature = number(section, "temperature", TEMPERATURE);
    OptionalInt topK =
        section.optional("top_k", TOP_K).map(OptionalInt::of).orElse(OptionalInt.empty());
    OptionalDouble topP = number(section, "top_p", TOP_P);
    OptionalDouble minP = number(section, "min_p", MIN_P);
    int maxTokens = section.value("max_tokens", MAX_TOKENS);
    List<String> stop = section.list("stop", STOP, List.of());
    SamplingWish.Source source =
        section.value(
            "defaults",
            ValueType.constant(SamplingWish.Source.class),
            SamplingWish.Source.CHECKPOINT);
    Optional<SearchSampler> sampler =
        section.section("sampler", own -> SamplerKeys.read(own, maxTokens), Optional.empty());
    return section.build(
        () -> new SamplingWish(temperature, topK, topP, minP, maxTokens, stop, source, sampler));
  }

  private static OptionalDouble number(Section section, String key, ValueType<Double> type) {
    Optional<Double> value = section.optional(key, type);
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** What the wish leaves to the checkpoint stays out. */
  public static Map<String, Object> written(SamplingWish wish) {
    Map<String, Object> keys = new LinkedHashMap<>();
    wish.temperature().ifPresent(value -> keys.put("temperature", value));
    wish.topK().ifPresent(value -> keys.put("top_k", value));
    wish.topP().ifPresent(value -> keys.put("top_p", value));
    wish.minP().ifPresent(value -> keys.put("min_p", value));
    keys.put("max_tokens", wish.maxTokens());
    keys.put("stop", wish.stop());
    keys.put("defaults", ValueType.written(wish.source()));
    wish.sampler().ifPresent(sampler -> keys.put("sampler", SamplerKeys.written(sampler)));
    return keys;
  }
}
