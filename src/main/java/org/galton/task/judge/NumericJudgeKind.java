package org.galton.task.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;
import org.galton.task.judge.math.MathRules;

/** The keys of a {@link NumericJudge}. */
public final class NumericJudgeKind implements JudgeKind<NumericJudge> {
  @Override
  public String name() {
    return "numeric";
  }

  @Override
  public Class<NumericJudge> type() {
    return NumericJudge.class;
  }

  @Override
  public NumericJudge read(Section section) {
    String marker = section.value("marker", ValueType.anyText(), "");
    MathRules rules = RuleKeys.read(section);
    String style =
        section.value("style", ValueType.word(NumericStyle.words()), NumericStyle.GALTON.word());
    return section.build(() -> new NumericJudge(marker, rules, NumericStyle.of(style)));
  }

  @Override
  public Map<String, Object> written(NumericJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("marker", judge.marker());
    keys.putAll(RuleKeys.written(judge.rules()));
    keys.put("style", judge.style().word());
    return keys;
  }
}
