package org.galton.task.judge.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The keys of a {@link TextJudge}. */
public final class TextJudgeKind implements JudgeKind<TextJudge> {
  @Override
  public String name() {
    return "text";
  }

  @Override
  public Class<TextJudge> type() {
    return TextJudge.class;
  }

  @Override
  public TextJudge read(Section section) {
    TextMetric metric =
        section.value("metric", ValueType.constant(TextMetric.class), TextMetric.EM);
    double threshold = section.value("threshold", ValueType.number(0, 1), 0.0);
    String marker = section.value("marker", ValueType.anyText(), "");
    return section.build(() -> new TextJudge(metric, threshold, marker));
  }

  @Override
  public Map<String, Object> written(TextJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("metric", ValueType.written(judge.metric()));
    keys.put("threshold", judge.threshold());
    keys.put("marker", judge.marker());
    return keys;
  }
}
