package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.environment.question.Tools;
import org.galton.environment.team.Role;
import org.galton.environment.team.TeamRules;
import org.galton.game.Style;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.team.TeamOptions;
import org.galton.task.team.TeamTask;

/** The keys of a {@link TeamTask}. */
public final class TeamKind implements TaskKind<TeamTask> {
  @Override
  public String name() {
    return TeamTask.NAME;
  }

  @Override
  public Class<TeamTask> type() {
    return TeamTask.class;
  }

  @Override
  public TeamTask read(Section section, String name, TextFiles files) {
    String environment = section.value("environment", ValueType.word(TeamOptions.environments()));
    Style style = section.value("style", ValueType.constant(Style.class), Style.PROSE);
    List<String> tools = section.list("tools", ValueType.word(Tools.names()), Tools.names());
    int turns =
        section.value("turns", ValueType.integer(1, TeamRules.MOST_TURNS), TeamRules.USUAL_TURNS);
    Map<String, String> roles = section.section("roles", TeamKind::roles, Map.of());
    return section.build(
        () -> new TeamTask(name, new TeamOptions(environment, style, tools, turns, roles)));
  }

  private static Map<String, String> roles(Section section) {
    Map<String, String> roles = new TreeMap<>();
    for (Role role : Role.PLAYED) {
      if (role == Role.PLANNER && section.has(role.key())) {
        section.problem(
            role.key(),
            "'planner' cannot be named here: the planner is the model that is sampled; name it under 'models', and leave out 'planner'");
        section.value(role.key(), HomeFolder.path());
      } else if (role != Role.PLANNER) {
        section
            .optional(role.key(), HomeFolder.path())
            .ifPresent(model -> roles.put(role.key(), model));
      }
    }
    return roles;
  }

  @Override
  public Map<String, Object> written(TeamTask task) {
    TeamOptions options = task.options();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("environment", options.environment());
    keys.put("style", ValueType.written(options.style()));
    keys.put("tools", options.tools());
    keys.put("turns", options.turns());
    if (!options.roles().isEmpty()) {
      keys.put("roles", new TreeMap<>(options.roles()));
    }
    return keys;
  }
}
