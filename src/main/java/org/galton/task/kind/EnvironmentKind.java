package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.environment.History;
import org.galton.environment.TurnForm;
import org.galton.environment.suite.Environments;
import org.galton.game.Style;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.galton.task.environment.Teacher;

/** The keys of an {@link EnvironmentTask}. */
public final class EnvironmentKind implements TaskKind<EnvironmentTask> {
  private static final ValueType<History> HISTORY =
      new ValueType<>(
          "all, or a number of turns from 0 to " + History.MOST,
          History.ALL,
          List.of("all"),
          History::parse);

  @Override
  public String name() {
    return EnvironmentTask.NAME;
  }

  @Override
  public Class<EnvironmentTask> type() {
    return EnvironmentTask.class;
  }

  @Override
  public EnvironmentTask read(Section section, String name, TextFiles files) {
    String environment = section.value("environment", ValueType.word(Environments.ids()));
    Style style = section.value("style", ValueType.constant(Style.class), Style.PROSE);
    History history = section.value("history", HISTORY, History.ALL);
    TurnForm turns = section.value("turns", ValueType.constant(TurnForm.class), TurnForm.TEXT);
    double discount = section.value("discount", ValueType.positive(), 1.0);
    Teacher examples = section.value("examples", ValueType.constant(Teacher.class), Teacher.SOLVER);
    return section.build(
        () ->
            new EnvironmentTask(
                name,
                new EpisodeOptions(
                    environment, style, history.turns(), discount, turns, examples)));
  }

  @Override
  public Map<String, Object> written(EnvironmentTask task) {
    EpisodeOptions options = task.options();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("environment", options.environment());
    keys.put("style", ValueType.written(options.style()));
    keys.put("history", new History(options.history()).toString());
    keys.put("discount", options.discount());
    // What is as it always was leaves no trace.
    if (options.turns() != TurnForm.TEXT) {
      keys.put("turns", ValueType.written(options.turns()));
    }
    if (options.examples() != Teacher.SOLVER) {
      keys.put("examples", ValueType.written(options.examples()));
    }
    return keys;
  }
}
