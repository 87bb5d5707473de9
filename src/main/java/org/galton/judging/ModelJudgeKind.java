package org.galton.judging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The keys of a {@link ModelJudge}. */
public final class ModelJudgeKind implements JudgeKind<ModelJudge> {
  private static final int USUAL_TOKENS = 64;
  private static final int MOST_VOTES = 99;

  @Override
  public String name() {
    return "model";
  }

  @Override
  public Class<ModelJudge> type() {
    return ModelJudge.class;
  }

  @Override
  public ModelJudge read(Section section) {
    String model = section.value("model", ValueType.text());
    String mode =
        section.value("mode", ValueType.word(List.of(Grading.MODE, Comparing.MODE)), Grading.MODE);
    String prompt = section.value("prompt", ValueType.anyText(), "");
    int votes = section.value("votes", ValueType.integer(1, MOST_VOTES), 1);
    double temperature =
        section.value("temperature", ValueType.number(0, 100), votes > 1 ? 1.0 : 0.0);
    int tokens = section.value("max_tokens", ValueType.integer(1, Integer.MAX_VALUE), USUAL_TOKENS);
    int version = section.value("version", ValueType.integer(1, 1_000_000), 1);
    return section.build(
        () ->
            new ModelJudge(
                model,
                new Checkpoints().card(model).digest(),
                rubric(mode, prompt),
                votes,
                new Sampling(temperature, 0, 1, 0, tokens, List.of()),
                version));
  }

  private static Rubric rubric(String mode, String prompt) {
    return mode.equals(Comparing.MODE)
        ? new Comparing(prompt.isEmpty() ? Comparing.USUAL : prompt)
        : new Grading(prompt.isEmpty() ? Grading.USUAL : prompt);
  }

  @Override
  public Map<String, Object> written(ModelJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("model", judge.model());
    keys.put("mode", judge.rubric().mode());
    keys.put("prompt", judge.rubric().template());
    keys.put("votes", judge.votes());
    keys.put("temperature", judge.sampling().temperature());
    keys.put("max_tokens", judge.sampling().maxTokens());
    keys.put("version", judge.version());
    return keys;
  }
}
