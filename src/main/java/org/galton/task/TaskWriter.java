package org.galton.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.game.GroupSearch;
import org.galton.spec.ValueType;

/** The other half of {@link TaskReader}: a task's keys with every option resolved. */
public final class TaskWriter {
  private TaskWriter() {}

  /** Of a task that no spec can name, only its name. */
  public static Map<String, Object> keys(Task task) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", task.name());
    if (task instanceof ArithmeticTask arithmetic) {
      ArithmeticOptions options = arithmetic.options();
      keys.put("kind", ArithmeticTask.NAME);
      keys.put("operations", written(options.operations()));
      keys.put("levels", options.levels());
      keys.put("template", options.template().text());
    } else if (task instanceof CountdownTask countdown) {
      keys.put("kind", CountdownTask.NAME);
      keys.put("sizes", countdown.options().sizes());
      keys.put("template", countdown.options().template().text());
    } else if (task instanceof GroupSearchTask search) {
      GroupSearch rules = search.rules();
      keys.put("kind", GroupSearchTask.NAME);
      keys.put("condition", ValueType.written(rules.condition()));
      keys.put("mode", ValueType.written(rules.mode()));
      keys.put("style", ValueType.written(rules.style()));
      keys.put("players", rules.players());
      keys.put("rounds", rules.rounds());
    } else if (task instanceof LetterSumTask walk) {
      keys.put("kind", LetterSumTask.NAME);
      LetterSumKeys.write(walk.options(), keys);
    } else if (task instanceof JsonlTask jsonl) {
      keys.put("kind", JsonlTask.KIND);
      JsonlKeys.write(jsonl, keys);
    }
    return keys;
  }

  private static List<String> written(List<? extends Enum<?>> constants) {
    return constants.stream().map(ValueType::written).toList();
  }
}
