package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.Template;
import org.galton.task.TextFiles;
import org.galton.task.arithmetic.CountdownOptions;
import org.galton.task.arithmetic.CountdownTask;

/** The keys of a {@link CountdownTask}. */
public final class CountdownKind implements TaskKind<CountdownTask> {
  @Override
  public String name() {
    return CountdownTask.NAME;
  }

  @Override
  public Class<CountdownTask> type() {
    return CountdownTask.class;
  }

  @Override
  public CountdownTask read(Section section, String name, TextFiles files) {
    CountdownOptions defaults = CountdownOptions.defaults();
    List<Integer> sizes = section.list("sizes", ValueType.integer(3, 4), defaults.sizes());
    String template = section.value("template", Template.TEXT, Template.plain().text());
    return section.build(
        () -> new CountdownTask(name, new CountdownOptions(sizes, new Template(template))));
  }

  @Override
  public Map<String, Object> written(CountdownTask task) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("sizes", task.options().sizes());
    keys.put("template", task.options().template().text());
    return keys;
  }
}
