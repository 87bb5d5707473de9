package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.Sampling;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link Sampling} as specs write it. Its own constructor judges each value, one at a time. */
final class SamplingKeys {
  private static final Sampling DEFAULTS = Sampling.untempered(1);
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

  static Sampling read(Section section) {
    double temperature = section.value("temperature", TEMPERATURE, DEFAULTS.temperature());
    int topK = section.value("top_k", TOP_K, DEFAULTS.topK());
    double topP = section.value("top_p", TOP_P, DEFAULTS.topP());
    double minP = section.value("min_p", MIN_P, DEFAULTS.minP());
    int maxTokens = section.value("max_tokens", MAX_TOKENS);
    List<String> stop = section.list("stop", STOP, DEFAULTS.stop());
    return section.build(() -> new Sampling(temperature, topK, topP, minP, maxTokens, stop));
  }

  static Map<String, Object> written(Sampling sampling) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("temperature", sampling.temperature());
    keys.put("top_k", sampling.topK());
    keys.put("top_p", sampling.topP());
    keys.put("min_p", sampling.minP());
    keys.put("max_tokens", sampling.maxTokens());
    keys.put("stop", sampling.stop());
    return keys;
  }
}
