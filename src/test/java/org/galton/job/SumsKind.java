package org.galton.job;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;

/** {@link Sums} as a spec names them, found as a user's kind is. */
public final class SumsKind implements TaskKind<Sums> {
  @Override
  public String name() {
    return "sums";
  }

  @Override
  public Class<Sums> type() {
    return Sums.class;
  }

  @Override
  public Sums read(Section section, String name, TextFiles files) {
    String version = section.value("version", ValueType.text(), "1");
    return section.build(() -> new Sums(name, version));
  }

  @Override
  public Map<String, Object> written(Sums task) {
    return Map.of("version", task.version());
  }
}
