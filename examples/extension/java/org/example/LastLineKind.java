package org.example;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** {@code judge: last-line, after: "Answer:"}. */
public final class LastLineKind implements JudgeKind<LastLine> {
  @Override
  public String name() {
    return "last-line";
  }

  @Override
  public Class<LastLine> type() {
    return LastLine.class;
  }

  @Override
  public LastLine read(Section section) {
    String after = section.value("after", ValueType.anyText(), "");
    return section.build(() -> new LastLine(after));
  }

  @Override
  public Map<String, Object> written(LastLine judge) {
    return Map.of("after", judge.after());
  }
}
