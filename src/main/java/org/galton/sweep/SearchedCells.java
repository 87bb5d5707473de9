package org.galton.sweep;

import java.util.List;
import org.galton.game.walk.Votes;
import org.galton.search.AdaptiveSampler;
import org.galton.search.BlockSampler;
import org.galton.search.SearchSampler;
import org.galton.search.ValueSource;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.task.Environment;
import org.galton.task.StepValued;
import org.galton.task.Task;
import org.galton.task.Walk;

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
    boolean isBegun = searched.stream().anyMatch(SearchedCells::goesOn);
    for (String model : models) {
      if (isBegun && ModelKinds.of(model).filter(kind -> !kind.goesOn()).isPresent()) {
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

  /** Whether it asks a model to go on with a completion, or for whole ones only. */
  private static boolean goesOn(SamplingWish wish) {
    return wish.sampler().orElseThrow() instanceof BlockSampler;
  }

  /**
   * Refuses a task that no such search can be made of.
   *
   * @param maxTokens of a completion
   */
  public static void check(Section section, Task task, SearchSampler sampler, int maxTokens) {
    if (task instanceof Walk walk && sampler instanceof AdaptiveSampler) {
      if (!walk.walkRules().votes().equals(Votes.NONE)) {
        section.problem(
            "tasks",
            "sampler '%s' votes on the steps of task '%s', which have a vote of their own, %s: expected votes: 1:1; leave out 'votes', or the sampler"
                .formatted(sampler.kind(), task.name(), walk.walkRules().votes()));
      }
    } else if (task instanceof Environment) {
      section.problem(
          "tasks",
          "sampler '%s' cannot search task '%s', whose rollouts are games or walks of many turns: expected tasks of one answer; leave out 'sampler', or the task"
              .formatted(sampler.kind(), task.name()));
    } else if (task.isTriedFirst() || task.judgingModel().isPresent()) {
      section.problem(
          "tasks",
          "sampler '%s' cannot search task '%s', whose judge runs programs or asks a model: expected a judge that reads the answer alone; leave out 'sampler', or the task"
              .formatted(sampler.kind(), task.name()));
    } else if (sampler.needsValues(maxTokens)) {
      checkValues(section, task, sampler);
    }
  }

  private static void checkValues(Section section, Task task, SearchSampler sampler) {
    if (sampler.values() instanceof ValueSource.OfTask && !(task instanceof StepValued)) {
      section.problem(
          "tasks",
          "sampler '%s' needs values of partial completions, and task '%s' has none: expected a task of kind countdown; take kind best_of or rejection, or leave out the task"
              .formatted(sampler.kind(), task.name()));
    } else if (sampler.values() instanceof ValueSource.Learned learned
        && !learned.tasks().contains(task.name())) {
      section.problem(
          "tasks",
          "value head '%s' says nothing of task '%s': it was trained on rollouts of %s; train one on this task, or leave out the task"
              .formatted(learned.folder(), task.name(), String.join(", ", learned.tasks())));
    }
  }

  /**
   * A generation by search.
   *
   * @throws InvalidInput when its blocks leave nothing to chance, or its values are another model's
   */
  public static Generation generation(Generation plain, SearchSampler sampler, Task task) {
    if (plain.sampling().temperature() == 0) {
      throw new InvalidInput(
          "Cannot search with sampler '%s' at temperature 0: every block would be the same; expected a temperature above 0"
              .formatted(sampler.kind()));
    }
    if (sampler.values() instanceof ValueSource.Learned learned
        && !learned.baseDigest().equals(plain.modelDigest())) {
      throw new InvalidInput(
          "Cannot search with value head %s: it was trained on %s, whose digest is %s, and the model that is sampled has %s; train one on that model, or leave the model out"
              .formatted(
                  learned.folder(), learned.base(), learned.baseDigest(), plain.modelDigest()));
    }
    String values =
        sampler.values() instanceof ValueSource.OfTask
                && task instanceof StepValued valued
                && sampler.needsValues(plain.sampling().maxTokens())
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
