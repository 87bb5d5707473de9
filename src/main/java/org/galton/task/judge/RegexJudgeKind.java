package org.galton.task.judge;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The key of a {@link RegexJudge}. */
public final class RegexJudgeKind implements JudgeKind<RegexJudge> {
  private static final ValueType<String> PATTERN = ValueType.text().checked(RegexJudge::new);

  @Override
  public String name() {
    return "regex";
  }

  @Override
  public Class<RegexJudge> type() {
    return RegexJudge.class;
  }

  @Override
  public RegexJudge read(Section section) {
    String pattern = section.value("pattern", PATTERN);
    return section.build(() -> new RegexJudge(pattern));
  }

  @Override
  public Map<String, Object> written(RegexJudge judge) {
    return Map.of("pattern", judge.pattern());
  }
}
