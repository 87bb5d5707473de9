package org.galton.sweep;

import java.util.List;
import org.galton.search.SearchSampler;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.task.Environment;
import org.galton.task.StepValued;
import org.galton.task.Task;

/** What a search needs of models, tasks and samplings, and what of it shapes its law. */
public final class SearchedCells {
  private SearchedCells() {}

  /** Refuses, while a spec is read, what no search can be made of. */
  static void check(
      Section section, List<String> models, List<TaskSpec> tasks, List<SamplingWish> samplings) {
    List<SamplingWish> searched =
        samplings.stream().filter(wish -> wish.sampler().isPresent()).toList();
    if (searched.isEmpty()) {
      return;
    }
    for (String model : models) {
      if (ModelKinds.of(model).filter(kind -> !kind.goesOn()).isPresent()) {
        section.problem(
            "models",
            "a sampler cannot search with model '%s', which does not go on with a completion that has begun: expected checkpoint directories and builtin: models; leave out 'sampler', or the model"
                .formatted(model));
      }
    }
    for (SamplingWish wish : searched) {
      SearchSampler sampler = wish.sampler().orElseThrow();
      tasks.forEach(task -> check(section, task.task(), sampler, wish.maxTokens()));
    }
  }

  /**
   * Refuses a task that no such search can be made of.
   *
   * @param maxTokens of a completion
   */
  public static void check(Section section, Task task, SearchSampler sampler, int maxTokens) {
    if (task instanceof Environment) {
      section.problem(
          "tasks",
          "sampler '%s' cannot search task '%s', whose rollouts are games or walks of many turns: expected tasks of one answer; leave out 'sampler', or the task"
              .formatted(sampler.kind(), task.name()));
    } else if (task.isTriedFirst() || task.judgingModel().isPresent()) {
      section.problem(
          "tasks",
          "sampler '%s' cannot search task '%s', whose judge runs programs or asks a model: expected a judge that reads the answer alone; leave out 'sampler', or the task"
              .formatted(sampler.kind(), task.name()));
    } else if (sampler.needsValues(maxTokens) && !(task instanceof StepValued)) {
      section.problem(
          "tasks",
          "sampler '%s' needs values of partial completions, and task '%s' has none: expected a task of kind countdown; take kind best_of or rejection, or leave out the task"
              .formatted(sampler.kind(), task.name()));
    }
  }

  /**
   * A generation by search.
   *
   * @throws InvalidInput when its blocks leave nothing to chance
   */
  public static Generation generation(Generation plain, SearchSampler sampler, Task task) {
    if (plain.sampling().temperature() == 0) {
      throw new InvalidInput(
          "Cannot search with sampler '%s' at temperature 0: every block would be the same; expected a temperature above 0"
              .formatted(sampler.kind()));
    }
    String values =
        task instanceof StepValued valued && sampler.needsValues(plain.sampling().maxTokens())
            ? " values=" + valued.processVerifierName()
            : "";
    return plain.searched(
        "%s/1 %s%s verdicts=%s"
            .formatted(
                sampler.kind(),
                sampler.settings(plain.sampling().maxTokens()),
                values,
                task.scorer()));
  }
}
