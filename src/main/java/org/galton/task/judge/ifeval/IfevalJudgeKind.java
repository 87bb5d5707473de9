package org.galton.task.judge.ifeval;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The key of an {@link IfevalJudge}. */
public final class IfevalJudgeKind implements JudgeKind<IfevalJudge> {
  @Override
  public String name() {
    return "ifeval";
  }

  @Override
  public Class<IfevalJudge> type() {
    return IfevalJudge.class;
  }

  @Override
  public IfevalJudge read(Section section) {
    return new IfevalJudge(
        section.value("mode", ValueType.constant(IfevalMode.class), IfevalMode.STRICT));
  }

  @Override
  public Map<String, Object> written(IfevalJudge judge) {
    return Map.of("mode", ValueType.written(judge.mode()));
  }
}
