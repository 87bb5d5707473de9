package org.galton.reinforce.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.reinforce.budget.TrainingBudget;
import org.galton.reinforce.budget.TrainingBudgetKeys;
import org.galton.reinforce.signal.RewardKeys;
import org.galton.reward.loss.KlPenalty;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingKeys;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.TaskSpec;
import org.galton.task.Environment;
import org.galton.task.FiniteTask;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.TextFiles;
import org.galton.task.kind.TaskKinds;
import org.galton.train.AdamWOptions;
import org.galton.train.policy.LowRank;

/** The keys of a reinforcement training's spec, their ranges and their defaults. */
final class ReinforceSpecReader {
  private static final ValueType<String> NAME =
      ValueType.text("a name of lower-case letters, digits and -", "[a-z0-9-]+");
  private static final int MOST_STEPS = 10_000_000;
  private static final int MOST_PROMPTS = 1_000_000;
  private static final int POOL = 4096;
  private static final ValueType<Double> SHARE_BELOW_ONE = ValueType.number(0, 0.999_999_999);

  private final TextFiles files;
  private final Set<String> taskNames = new HashSet<>();

  ReinforceSpecReader(TextFiles files) {
    this.files = files;
  }

  ReinforceSpec read(Section section) {
    String training = section.value("training", NAME);
    long seed = section.value("seed", ValueType.wholeNumber());
    String output = section.value("output", HomeFolder.path());
    String start = section.value("start", HomeFolder.path());
    List<TaskSpec> tasks = section.sections("tasks", this::task);
    SamplingWish sampling = section.section("sampling", ReinforceSpecReader::sampling);
    Optional<InterruptionPlan> interruption = InterruptionKeys.read(section, sampling);
    HeadPlan head = HeadKeys.read(section);
    int steps = section.value("steps", ValueType.integer(1, MOST_STEPS));
    int promptsPerStep = section.value("prompts_per_step", ValueType.integer(1, 65_536), 48);
    int rollouts = section.value("rollouts", ValueType.integer(2, 65_536), 16);
    Optional<SearchPlan> search = SearchKeys.read(section, sampling, rollouts);
    TrainingBudget budget = TrainingBudgetKeys.read(section, promptsPerStep, rollouts);
    LearningPlan learning = learning(section);
    ObjectivePlan objective = ObjectiveKeys.read(section);
    RewardKeys.requirePenalty(section, objective.reward(), sampling, EpisodeKeys.mostTurns(tasks));
    EvaluationPlan evaluation =
        section.section(
            "evaluate",
            ReinforceSpecReader::evaluation,
            new EvaluationPlan(0, 64, 16, Split.VALIDATION));
    Placement placement = PlacementKeys.read(section);
    int checkpoints =
        section.value("checkpoints", ValueType.integer(1, MOST_STEPS), Math.max(1, steps / 10));
    List<KeptDetail> keep = section.list("keep", ValueType.constant(KeptDetail.class), List.of());
    SearchKeys.check(
        section,
        search,
        new SearchKeys.Beside(tasks, sampling, interruption, budget, objective, placement, keep));
    EpisodeKeys.check(
        section, tasks, new EpisodeKeys.Beside(interruption, search, objective, placement, keep));
    MachinePlan machine =
        section.section("machine", ReinforceSpecReader::machine, new MachinePlan(2, 128, 16_384));
    return section.build(
        () ->
            new ReinforceSpec(
                training,
                seed,
                output,
                start,
                tasks,
                sampling,
                interruption,
                head,
                steps,
                promptsPerStep,
                rollouts,
                search,
                budget,
                learning,
                objective,
                evaluation,
                placement,
                checkpoints,
                Set.copyOf(keep),
                machine));
  }

  private TaskSpec task(Section section) {
    Task task = TaskKinds.read(section, files);
    int prompts =
        task instanceof FiniteTask finite
            ? section.value(
                "prompts", ValueType.integer(1, finite.mostPrompts()), finite.mostPrompts())
            : section.value("prompts", ValueType.integer(1, MOST_PROMPTS), POOL);
    if (task != null && !taskNames.add(task.name())) {
      section.problem(
          "name", "'name' is '" + task.name() + "' again: expected every task to have its own");
    }
    if (task instanceof Environment && !EpisodeKeys.isPlayed(task)) {
      section.problem(
          "name",
          "'name' is '%s', a game of many turns: expected a task of one completion, of kind environment or of kind team"
              .formatted(task.name()));
    }
    return section.build(() -> new TaskSpec(task, prompts, Split.TRAIN));
  }

  /** Tokens outside of a filter have no ratio, and at temperature 0 there is nothing to learn. */
  private static SamplingWish sampling(Section section) {
    SamplingWish wish = SamplingKeys.read(section);
    if (wish != null) {
      if (wish.sampler().isPresent()) {
        section.problem(
            "sampler",
            "'sampler' searches in a training: expected no such key, as what is learned from must"
                + " be drawn by the policy alone");
      }
      if (wish.topK().orElse(0) > 0) {
        refuse(section, "top_k", "0 or no key");
      }
      if (wish.topP().orElse(1) < 1) {
        refuse(section, "top_p", "1 or no key");
      }
      if (wish.minP().orElse(0) > 0) {
        refuse(section, "min_p", "0 or no key");
      }
      if (wish.temperature().orElse(1) == 0) {
        section.problem("temperature", "'temperature' is 0 in a training: expected above 0");
      }
    }
    return wish;
  }

  private static void refuse(Section section, String key, String expected) {
    section.problem(
        key,
        "'%s' filters tokens in a training: expected %s, as tokens outside of a filter have no ratio"
            .formatted(key, expected));
  }

  private static LearningPlan learning(Section section) {
    double rate = section.value("learning_rate", ValueType.positive(), 1e-4);
    int warmup = section.value("warmup", ValueType.integer(0, MOST_STEPS), 0);
    double weightDecay = section.value("weight_decay", ValueType.number(0, 1), 0.0);
    double clip = section.value("clip", ValueType.positive(), 1.0);
    double beta1 = section.value("beta1", SHARE_BELOW_ONE, 0.9);
    double beta2 = section.value("beta2", SHARE_BELOW_ONE, 0.95);
    int staleness = section.value("staleness", ValueType.integer(0, 64), 0);
    double kl = section.value("kl", ValueType.number(0, 1_000), 0.0);
    Optional<SavedFactors> factors =
        section.section(
            "lora", lora -> Optional.ofNullable(factors(lora)), Optional.<SavedFactors>empty());
    return new LearningPlan(
        rate,
        warmup,
        new AdamWOptions(clip, weightDecay, beta1, beta2),
        staleness,
        new KlPenalty(kl),
        factors.map(SavedFactors::form),
        factors.map(SavedFactors::checkpoints).orElse(CheckpointForm.MERGED));
  }

  /** Section {@code lora}. */
  private record SavedFactors(LowRank form, CheckpointForm checkpoints) {}

  private static SavedFactors factors(Section section) {
    int rank = section.value("rank", ValueType.integer(1, 65_536), 8);
    double alpha = section.value("alpha", ValueType.positive(), 2.0 * rank);
    List<String> targets =
        section.list("targets", ValueType.word(LowRank.PROJECTIONS), LowRank.PROJECTIONS);
    CheckpointForm checkpoints =
        section.value("save", ValueType.constant(CheckpointForm.class), CheckpointForm.MERGED);
    return section.build(() -> new SavedFactors(new LowRank(rank, alpha, targets), checkpoints));
  }

  private static EvaluationPlan evaluation(Section section) {
    int every = section.value("every", ValueType.integer(0, MOST_STEPS));
    int prompts = section.value("prompts", ValueType.integer(1, MOST_PROMPTS), 64);
    int rollouts = section.value("rollouts", ValueType.integer(1, 65_536), 16);
    Split split = section.value("split", ValueType.constant(Split.class), Split.VALIDATION);
    return section.build(() -> new EvaluationPlan(every, prompts, rollouts, split));
  }

  private static MachinePlan machine(Section section) {
    int threads = section.value("threads", ValueType.integer(1, 1_024), 2);
    int slots = section.value("slots", ValueType.integer(1, 65_536), 128);
    int batchTokens = section.value("batch_tokens", ValueType.integer(1, 100_000_000), 16_384);
    return section.build(() -> new MachinePlan(threads, slots, batchTokens));
  }
}
