package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.galton.search.AdaptiveSampler;
import org.galton.search.AdaptiveSampler.Mode;
import org.galton.search.AnswerVote;
import org.galton.search.SearchSampler;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** The keys of {@code sampler: {kind: adaptive}}. */
final class AdaptiveKeys {
  private static final ValueType<Integer> CANDIDATES =
      ValueType.integer(1, AnswerVote.MOST_CANDIDATES);

  private AdaptiveKeys() {}

  private record Converge(double temperature, int candidates, int votes) {}

  static Optional<SearchSampler> read(Section section) {
    AdaptiveSampler usual = AdaptiveSampler.withDefaults();
    Mode mode = section.value("mode", ValueType.constant(Mode.class), usual.mode());
    int pilot =
        section.value("pilot", ValueType.integer(2, AdaptiveSampler.MOST_PILOT), usual.pilot());
    double spread = section.value("spread", ValueType.number(0, 1), usual.spread());
    double exploring =
        section.section(
            "explore",
            own -> own.value("temperature", ValueType.positive(), usual.exploring()),
            usual.exploring());
    Converge converge =
        section.section(
            "converge",
            own -> converge(own, usual),
            new Converge(usual.converging(), usual.vote().candidates(), usual.vote().votes()));
    return Optional.ofNullable(
        section.build(
            () ->
                new AdaptiveSampler(
                    mode,
                    pilot,
                    spread,
                    exploring,
                    converge.temperature(),
                    new AnswerVote(converge.candidates(), converge.votes()))));
  }

  private static Converge converge(Section section, AdaptiveSampler usual) {
    double temperature = section.value("temperature", ValueType.positive(), usual.converging());
    int candidates = section.value("candidates", CANDIDATES, usual.vote().candidates());
    int votes = section.value("votes", CANDIDATES, AnswerVote.of(candidates).votes());
    return new Converge(temperature, candidates, votes);
  }

  /** Every key with its value but the kind. */
  static Map<String, Object> written(AdaptiveSampler sampler) {
    Map<String, Object> converge = new LinkedHashMap<>();
    converge.put("temperature", sampler.converging());
    converge.put("candidates", sampler.vote().candidates());
    converge.put("votes", sampler.vote().votes());
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("mode", ValueType.written(sampler.mode()));
    keys.put("pilot", sampler.pilot());
    keys.put("spread", sampler.spread());
    keys.put("explore", Map.of("temperature", sampler.exploring()));
    keys.put("converge", converge);
    return keys;
  }
}
