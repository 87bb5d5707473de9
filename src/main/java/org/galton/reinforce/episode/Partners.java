package org.galton.reinforce.episode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.galton.environment.team.Role;
import org.galton.model.LanguageModel;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.task.Environment;
import org.galton.task.Task;
import org.galton.task.team.TeamTask;

/**
 * The models that take roles of a training's tasks beside the policy. They do not learn; each is
 * opened once, on this machine's processor and in float32.
 */
public final class Partners implements AutoCloseable {
  private final Map<String, LanguageModel> models = new HashMap<>();

  /**
   * @throws org.galton.spec.InvalidInput when there is no such model
   */
  public Partners(List<Task> tasks) {
    Checkpoints loader = new Checkpoints();
    try {
      for (Task task : tasks) {
        for (String source : sources(task).values()) {
          models.computeIfAbsent(
              source, name -> loader.load(name, loader.decoding(name, Decoding.DEFAULT)));
        }
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Map<String, String> sources(Task task) {
    return task instanceof Environment environment ? environment.partners() : Map.of();
  }

  /** What shapes the distribution of a task's rollouts beside the policy, by role. */
  public SortedMap<String, String> digests(Task task) {
    SortedMap<String, String> digests = new TreeMap<>();
    sources(task).forEach((role, source) -> digests.put(role, models.get(source).card().digest()));
    return digests;
  }

  /**
   * Who takes the roles of a task that do not learn: of a team all but the planner's.
   *
   * @param policy takes those that no model is named for
   */
  Map<String, LanguageModel> of(Environment task, LanguageModel policy) {
    Map<String, LanguageModel> roles = new HashMap<>();
    if (task instanceof TeamTask) {
      for (Role role : Role.PLAYED) {
        if (role != Role.PLANNER) {
          roles.put(role.key(), policy);
        }
      }
    }
    sources(task).forEach((role, source) -> roles.put(role, models.get(source)));
    return roles;
  }

  @Override
  public void close() {
    models.values().forEach(LanguageModel::close);
    models.clear();
  }
}
