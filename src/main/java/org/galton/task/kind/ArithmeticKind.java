package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.Template;
import org.galton.task.TextFiles;
import org.galton.task.arithmetic.ArithmeticOptions;
import org.galton.task.arithmetic.ArithmeticTask;
import org.galton.task.arithmetic.Operation;

/** The keys of an {@link ArithmeticTask}. */
public final class ArithmeticKind implements TaskKind<ArithmeticTask> {
  @Override
  public String name() {
    return ArithmeticTask.NAME;
  }

  @Override
  public Class<ArithmeticTask> type() {
    return ArithmeticTask.class;
  }

  @Override
  public ArithmeticTask read(Section section, String name, TextFiles files) {
    ArithmeticOptions defaults = ArithmeticOptions.defaults();
    List<Operation> operations =
        section.list("operations", ValueType.constant(Operation.class), defaults.operations());
    List<Integer> levels = section.list("levels", ValueType.integer(1, 4), defaults.levels());
    String template = section.value("template", Template.TEXT, Template.plain().text());
    return section.build(
        () ->
            new ArithmeticTask(
                name, new ArithmeticOptions(operations, levels, new Template(template))));
  }

  @Override
  public Map<String, Object> written(ArithmeticTask task) {
    ArithmeticOptions options = task.options();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("operations", options.operations().stream().map(ValueType::written).toList());
    keys.put("levels", options.levels());
    keys.put("template", options.template().text());
    return keys;
  }
}
