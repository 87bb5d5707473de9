package org.galton.reinforce.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Judge;
import org.galton.task.judge.JudgeKinds;

/** {@link VerdictSource} and {@link RewardModel} as specs write them. */
final class SignalKeys {
  private static final String TASK = "task";
  private static final String FORM = "form";
  private static final String NOISY = "noisy";
  private static final String LEARNED = "learned";
  private static final String JUDGE = "judge";

  private SignalKeys() {}

  /** {@code task}, a mapping with a form, or a judge with its keys; null where it is wrong. */
  static VerdictSource verdicts(Section section, String key) {
    ValueType<String> word = ValueType.word(List.of(TASK));
    ValueType<VerdictSource> own =
        new ValueType<>(
            word.expected() + ", or a mapping with a key 'form' or 'judge'",
            new VerdictSource.OfTask(),
            word.words(),
            text -> word.parse().apply(text).map(name -> new VerdictSource.OfTask()));
    return section.valueOrSection(key, own, SignalKeys::verdicts, own.standIn());
  }

  private static VerdictSource verdicts(Section section) {
    if (section.has(FORM)) {
      String form = section.value(FORM, ValueType.text().checked(VerdictSource.OfForm::new));
      return section.build(() -> new VerdictSource.OfForm(form));
    }
    Judge judge = JudgeKinds.read(section);
    return section.build(() -> new VerdictSource.OfJudge(judge));
  }

  static Object written(VerdictSource source) {
    if (source instanceof VerdictSource.OfForm of) {
      return Map.of(FORM, of.form());
    }
    return source instanceof VerdictSource.OfJudge of ? JudgeKinds.keys(of.judge()) : TASK;
  }

  /** Null where something is wrong. */
  static RewardModel model(Section section) {
    if (section.has(JUDGE)) {
      Judge judge = JudgeKinds.read(section);
      return section.build(() -> new RewardModel.OfJudge(judge));
    }
    String kind = section.value("kind", ValueType.word(List.of(NOISY, LEARNED)));
    if (kind.equals(LEARNED)) {
      String from = section.value("from", HomeFolder.path());
      return section.build(() -> new RewardModel.Learned(from));
    }
    double error = section.value("error", ValueType.number());
    VerdictSource truth = verdicts(section, "truth");
    return section.build(() -> new RewardModel.Noisy(error, truth));
  }

  static Map<String, Object> written(RewardModel model) {
    if (model instanceof RewardModel.OfJudge of) {
      return JudgeKinds.keys(of.judge());
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    if (model instanceof RewardModel.Learned learned) {
      keys.put("kind", LEARNED);
      keys.put("from", learned.from());
      return keys;
    }
    RewardModel.Noisy noisy = (RewardModel.Noisy) model;
    keys.put("kind", NOISY);
    keys.put("error", noisy.error());
    keys.put("truth", written(noisy.truth()));
    return keys;
  }
}
