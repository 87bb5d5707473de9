package org.galton.reinforce.spec;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.reinforce.budget.TrainingBudget;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.TaskSpec;
import org.galton.task.TextFiles;

/**
 * A policy to be improved by reinforcement learning with verifiable rewards.
 *
 * @param training its name, of lower-case letters, digits and hyphens
 * @param seed fixes the prompts, their order and every random number of every rollout
 * @param output folder of its tables, its checkpoints and its state
 * @param start checkpoint that it begins with
 * @param tasks whose training prompts are drawn from
 * @param interruption of the completions of steps
 * @param head the type of the last matrix product
 * @param promptsPerStep prompts of a step
 * @param rollouts of each prompt, in the mean
 * @param search draws the rollouts of hard prompts as trajectories of a tree
 * @param budget how they are divided among the prompts of a step
 * @param placement where a step's work is done
 * @param checkpointEvery steps between checkpoints; the last step has one as well
 * @param keep what is stored of rollouts beside texts and verdicts
 */
public record ReinforceSpec(
    String training,
    long seed,
    String output,
    String start,
    List<TaskSpec> tasks,
    SamplingWish sampling,
    Optional<InterruptionPlan> interruption,
    HeadPlan head,
    int steps,
    int promptsPerStep,
    int rollouts,
    Optional<SearchPlan> search,
    TrainingBudget budget,
    LearningPlan learning,
    ObjectivePlan objective,
    EvaluationPlan evaluation,
    Placement placement,
    int checkpointEvery,
    Set<KeptDetail> keep,
    MachinePlan machine) {

  public ReinforceSpec {
    tasks = List.copyOf(tasks);
    keep = Set.copyOf(keep);
    long pool = tasks.stream().mapToLong(TaskSpec::prompts).sum();
    if (promptsPerStep > pool) {
      throw new IllegalArgumentException(
          "Invalid prompts_per_step %d: expected at most the %d training prompts of the tasks"
              .formatted(promptsPerStep, pool));
    }
  }

  /** Whether a spec, whatever is wrong with it, is meant as one of a training from a start. */
  public static boolean isMeantBy(SpecSource source) {
    return source.read(
        section -> {
          section.leaveRest();
          return section.has("training") && section.has("start");
        });
  }

  /**
   * Reads a spec.
   *
   * @param files opens the question files that tasks name
   * @throws org.galton.spec.InvalidInput listing every problem
   */
  public static ReinforceSpec read(SpecSource source, TextFiles files) {
    return source.read(section -> new ReinforceSpecReader(files).read(section));
  }

  /** The keys that the spec may have. */
  public static Set<SpecKey> keys(SpecSource source) {
    return source.keys(
        section -> new ReinforceSpecReader(path -> Reader.nullReader()).read(section));
  }

  /** Every key with its value resolved; reads back to an equal spec. */
  public String toYaml() {
    return ReinforceSpecWriter.yaml(this);
  }

  /** Of the rollouts of steps. */
  public RolloutForm rolloutForm() {
    return new RolloutForm(head.drawing(), interruption);
  }

  /**
   * Numbers of rollouts that a prompt of a step is given, in the mean: with a search those of its
   * probe, and as many as its tree or its own rollouts can take.
   */
  public int numbersPerPrompt() {
    return rollouts + search.map(SearchPlan::probe).orElse(0);
  }

  /** Most tokens of a rollout: of an episode those of all its turns. */
  public int mostTokens() {
    return sampling.maxTokens() * EpisodeKeys.mostTurns(tasks);
  }

  /** Whether a step leaves a checkpoint. */
  public boolean hasCheckpoint(int step) {
    return step > 0 && (step % checkpointEvery == 0 || step == steps);
  }
}
