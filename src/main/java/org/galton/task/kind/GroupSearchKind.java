package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.game.Condition;
import org.galton.game.GroupSearch;
import org.galton.game.Mode;
import org.galton.game.Style;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.group.GroupSearchTask;

/** The keys of a {@link GroupSearchTask}. */
public final class GroupSearchKind implements TaskKind<GroupSearchTask> {
  @Override
  public String name() {
    return GroupSearchTask.NAME;
  }

  @Override
  public Class<GroupSearchTask> type() {
    return GroupSearchTask.class;
  }

  @Override
  public GroupSearchTask read(Section section, String name, TextFiles files) {
    GroupSearch defaults = GroupSearch.defaults();
    Condition condition =
        section.value("condition", ValueType.constant(Condition.class), defaults.condition());
    Mode mode = section.value("mode", ValueType.constant(Mode.class), defaults.mode());
    Style style = section.value("style", ValueType.constant(Style.class), defaults.style());
    int players =
        section.value(
            "players", ValueType.integer(2, GroupSearch.MOST_PLAYERS), defaults.players());
    int rounds =
        section.value("rounds", ValueType.integer(1, GroupSearch.MOST_ROUNDS), defaults.rounds());
    return section.build(
        () -> new GroupSearchTask(name, new GroupSearch(condition, mode, style, players, rounds)));
  }

  @Override
  public Map<String, Object> written(GroupSearchTask task) {
    GroupSearch rules = task.rules();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("condition", ValueType.written(rules.condition()));
    keys.put("mode", ValueType.written(rules.mode()));
    keys.put("style", ValueType.written(rules.style()));
    keys.put("players", rules.players());
    keys.put("rounds", rules.rounds());
    return keys;
  }
}
