package org.example;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;

/** {@code {name: …, kind: reverse, letters: 5}}. */
public final class ReverseKind implements TaskKind<Reverse> {
  @Override
  public String name() {
    return "reverse";
  }

  @Override
  public Class<Reverse> type() {
    return Reverse.class;
  }

  @Override
  public Reverse read(Section section, String name, TextFiles files) {
    int letters = section.value("letters", ValueType.integer(4, 20), 5);
    return section.build(() -> new Reverse(name, letters));
  }

  @Override
  public Map<String, Object> written(Reverse task) {
    return Map.of("letters", task.letters());
  }
}
