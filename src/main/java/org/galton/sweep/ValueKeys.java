package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.ModelCard;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.value.ValueFolder;
import org.galton.model.llama.value.ValueForm;
import org.galton.search.ValueSource;
import org.galton.search.ValueSource.Judged;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@code value} of a sampler as specs write it. */
final class ValueKeys {
  private static final String KEY = "value";
  private static final String EXACT = "exact";
  private static final String NONE = "none";
  private static final Map<String, ValueSource> WORDS =
      Map.of(EXACT, ValueSource.exact(), NONE, ValueSource.none());
  private static final ValueType<ValueSource> WORD =
      new ValueType<>(
          "'exact', 'none', or a mapping such as {noisy: 0.5}, {learned: FOLDER} or {judge: {model: MODEL}}",
          ValueSource.exact(),
          List.of(EXACT, NONE),
          text -> Optional.ofNullable(WORDS.get(text)));
  static final ValueType<Double> ERROR = ValueType.number(0, 1000);
  private static final String FAIL = "fail";
  private static final ValueType<Double> OTHERWISE =
      new ValueType<>(
          "'fail' or a number above 0 and up to 1",
          Judged.FAIL,
          List.of(FAIL),
          text -> text.equals(FAIL) ? Optional.of(Judged.FAIL) : value(text));
  private static final ValueType<Double> LEAST =
      new ValueType<>("a number above 0 and up to 1", 1.0, List.of(), ValueKeys::value);

  private ValueKeys() {}

  private static Optional<Double> value(String text) {
    return ValueType.number(0, 1).parse().apply(text).filter(value -> value > 0);
  }

  static ValueSource read(Section section) {
    return section.valueOrSection(KEY, WORD, ValueKeys::mapping, ValueSource.exact());
  }

  private static ValueSource mapping(Section section) {
    Optional<Double> noisy = section.optional("noisy", ERROR);
    Optional<String> learned = section.optional("learned", HomeFolder.path());
    double scale = section.value("scale", ValueType.number(1e-3, 1e6), 1.0);
    if (section.has("scale") && learned.isEmpty()) {
      section.problem("scale", "'scale' is of 'learned' alone: leave it out");
    }
    Optional<ValueSource> judge =
        section.section(
            "judge", own -> Optional.ofNullable((ValueSource) judged(own)), Optional.empty());
    long said = noisy.stream().count() + learned.stream().count() + (section.has("judge") ? 1 : 0);
    if (said != 1) {
      section.problem(
          "'value' has %d of the keys noisy, learned, judge: expected one".formatted(said));
    }
    return Optional.ofNullable(
            section.build(
                () ->
                    noisy
                        .map(ValueSource::noisy)
                        .or(() -> learned.map(folder -> learned(folder, scale)))
                        .or(() -> judge)
                        .orElse(ValueSource.exact())))
        .orElse(ValueSource.exact());
  }

  private static ValueSource learned(String folder, double scale) {
    ValueFolder head = new ValueFolder(folder);
    ValueForm form = head.head().form();
    return new ValueSource.Learned(
        folder, head.digest(), form.base(), form.baseDigest(), form.tasks(), scale);
  }

  private static Judged judged(Section section) {
    String model = section.value("model", ValueType.text());
    String prompt = section.value("prompt", ValueType.anyText(), ValueQuestion.USUAL);
    double temperature = section.value("temperature", ValueType.number(0, 100), 0.0);
    int tokens = section.value("max_tokens", ValueType.integer(1, Integer.MAX_VALUE), 64);
    int most = section.value("most", ValueType.integer(1, 1000), 1);
    double least = section.value("least", LEAST, 0.01);
    double otherwise = section.value("otherwise", OTHERWISE, Judged.FAIL);
    int version = section.value("version", ValueType.integer(1, 1_000_000), 1);
    return section.build(
        () ->
            new Judged(
                model,
                card(model).digest(),
                ValueQuestion.checked(prompt),
                temperature,
                tokens,
                most,
                least,
                otherwise,
                version));
  }

  private static ModelCard card(String model) {
    return ModelKinds.of(model)
        .map(kind -> kind.card(model))
        .orElseGet(() -> Checkpoint.open(model).card());
  }

  /** As {@link #read} reads it back. */
  static Object written(ValueSource values) {
    if (values instanceof ValueSource.Noisy noisy) {
      return Map.of("noisy", noisy.eps());
    }
    if (values instanceof ValueSource.Learned learned) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("learned", learned.folder());
      keys.put("scale", learned.scale());
      return keys;
    }
    if (values instanceof Judged judged) {
      return Map.of("judge", written(judged));
    }
    return values.equals(ValueSource.none()) ? NONE : EXACT;
  }

  private static Map<String, Object> written(Judged judged) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("model", judged.model());
    keys.put("prompt", judged.prompt());
    keys.put("temperature", judged.temperature());
    keys.put("max_tokens", judged.maxTokens());
    keys.put("most", judged.most());
    keys.put("least", judged.least());
    keys.put("otherwise", judged.otherwise() == Judged.FAIL ? FAIL : judged.otherwise());
    keys.put("version", judged.version());
    return keys;
  }
}
