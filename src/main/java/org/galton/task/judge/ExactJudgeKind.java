package org.galton.task.judge;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The key of an {@link ExactJudge}. */
public final class ExactJudgeKind implements JudgeKind<ExactJudge> {
  @Override
  public String name() {
    return "exact";
  }

  @Override
  public Class<ExactJudge> type() {
    return ExactJudge.class;
  }

  @Override
  public ExactJudge read(Section section) {
    boolean ignoreCase = section.value("ignore_case", ValueType.flag(), false);
    return new ExactJudge(
        ignoreCase ? ExactJudge.LetterCase.IGNORED : ExactJudge.LetterCase.DISTINGUISHED);
  }

  @Override
  public Map<String, Object> written(ExactJudge judge) {
    return Map.of("ignore_case", judge.letterCase() == ExactJudge.LetterCase.IGNORED);
  }
}
