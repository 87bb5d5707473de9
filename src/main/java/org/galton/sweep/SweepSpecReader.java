package org.galton.sweep;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.environment.TurnForm;
import org.galton.model.ComputeWish;
import org.galton.model.llama.CheckpointSearch;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Environment;
import org.galton.task.FiniteTask;
import org.galton.task.Split;
import org.galton.task.Task;
import org.galton.task.TextFiles;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.kind.TaskKinds;

/** The keys of a sweep's spec, their ranges and their defaults. */
final class SweepSpecReader {
  private static final double A_YEAR = 31_536_000;
  private static final int MOST_PROMPTS = 10_000_000;
  private static final int MOST_ROLLOUTS = 1_000_000;
  private static final ValueType<String> SWEEP_NAME =
      ValueType.text("a name of lower-case letters, digits and -", "[a-z0-9-]+");
  private static final ValueType<GateRule> GATE =
      new ValueType<>(
          "a gate",
          GateRule.parse("mean@n drops by more than 1"),
          List.of(),
          sentence -> Optional.of(GateRule.parse(sentence)));

  /** Figures without k that every summary has, or that a task's answers bring. */
  private static final List<String> GATED =
      List.of(
          "mean@n",
          "maj@n",
          "all_wrong",
          "all_correct",
          "zero_variance",
          "truncation_rate",
          "completion_tokens");

  private static final List<String> DEVICES = List.of("cpu", "gpu");

  private final TextFiles files;
  private final Set<String> taskNames = new HashSet<>();
  private final Set<SamplingWish> samplingsGiven = new HashSet<>();

  SweepSpecReader(TextFiles files) {
    this.files = files;
  }

  SweepSpec read(Section section) {
    String sweep = section.value("sweep", SWEEP_NAME);
    long seed = section.value("seed", ValueType.wholeNumber());
    String output = section.value("output", HomeFolder.path());
    List<String> models = section.list("models", ModelNames.TYPE, ModelNames::adapted);
    List<TaskSpec> tasks = section.sections("tasks", this::task);
    List<SamplingWish> samplings = section.sectionOrSections("sampling", this::sampling);
    Framing framing = section.section("chat", ChatKeys::read, new Framing.Raw());
    RolloutKeys rollouts =
        section.valueOrSection(
            "rollouts", RolloutKeys.EACH, budget -> RolloutKeys.read(budget, tasks));
    int shardRollouts = section.value("shard_rollouts", ValueType.integer(1, MOST_ROLLOUTS), 1024);
    Decoding decoding = section.section("decoding", SweepSpecReader::decoding, Decoding.DEFAULT);
    double failureBudget = section.value("failure_budget", ValueType.number(0, 1), 0.0);
    List<GateRule> gates = gates(section, rollouts.each());
    Set<KeptDetail> keep = keep(section, models, tasks);
    SearchedCells.check(section, models, tasks, samplings);
    checkTurns(section, tasks, framing);
    return section.build(
        () ->
            new SweepSpec(
                sweep,
                seed,
                output,
                rollouts.each(),
                models,
                tasks,
                samplings,
                framing,
                decoding,
                shardRollouts,
                failureBudget,
                gates,
                rollouts.budget(),
                keep));
  }

  private static void checkTurns(Section section, List<TaskSpec> tasks, Framing framing) {
    for (TaskSpec task : tasks) {
      if (framing instanceof Framing.Raw
          && task.task() instanceof EnvironmentTask episodes
          && episodes.options().turns() == TurnForm.CHAT) {
        section.problem(
            "tasks",
            "task '%s' has 'turns: chat', and prompts are raw texts: expected a section 'chat'; add it, or leave out 'turns'"
                .formatted(task.task().name()));
      }
    }
  }

  /** Tokens are told by Galton's own decoder only, and a game is not one row of them. */
  private static Set<KeptDetail> keep(Section section, List<String> models, List<TaskSpec> tasks) {
    Set<KeptDetail> keep =
        Set.copyOf(section.list("keep", ValueType.constant(KeptDetail.class), List.of()));
    if (keep.contains(KeptDetail.TOKENS)) {
      for (String model : models) {
        if (ModelKinds.of(model).filter(kind -> !kind.tellsTokens()).isPresent()) {
          section.problem(
              "keep",
              "tokens cannot be kept of model '%s', which tells texts only: expected checkpoint directories and builtin: models; leave out 'keep', or the model"
                  .formatted(model));
        }
      }
      for (TaskSpec task : tasks) {
        if (task.task() instanceof Environment) {
          section.problem(
              "keep",
              "tokens cannot be kept of task '%s', whose rollouts are games of many prompts and answers: expected tasks of one answer; leave out 'keep', or the task"
                  .formatted(task.task().name()));
        }
      }
    }
    return keep;
  }

  /** What a run could not judge after hours of drawing is refused before. */
  private static List<GateRule> gates(Section section, int rollouts) {
    List<GateRule> gates = section.list("gates", GATE, List.of());
    for (GateRule gate : gates) {
      if (gate.k().isEmpty() && !GATED.contains(gate.metric())) {
        section.problem(
            "gates",
            "gate '%s' is about %s: expected pass@K or one of %s"
                .formatted(gate, gate.metric(), String.join(", ", GATED)));
      }
      int k = gate.k().orElse(1);
      if (Integer.bitCount(k) != 1 || k > rollouts) {
        section.problem(
            "gates",
            "gate '%s' is about %s: expected pass@K with K a power of two up to the %d rollouts"
                .formatted(gate, gate.metric(), rollouts));
      }
    }
    return gates;
  }

  private TaskSpec task(Section section) {
    Task task = TaskKinds.read(section, files);
    Split split = section.value("split", ValueType.constant(Split.class), Split.TEST);
    int prompts = prompts(section, task);
    if (task instanceof Environment environment) {
      environment.partners().forEach((role, source) -> checkPartner(section, role, source));
    }
    if (task != null && !taskNames.add(task.name())) {
      section.problem(
          "name", "'name' is '" + task.name() + "' again: expected every task to have its own");
    }
    return section.build(() -> new TaskSpec(task, prompts, split));
  }

  private static void checkPartner(Section section, String role, String source) {
    if (CheckpointSearch.isPattern(source)) {
      section.problem(
          "roles",
          "model '%s' of the %s is a pattern: expected one model, without *"
              .formatted(source, role));
      return;
    }
    try {
      ModelKinds.check(source);
    } catch (IllegalArgumentException e) {
      section.problem("roles", "%s: %s".formatted(role, e.getMessage()));
    }
  }

  /** A task that makes questions as it goes has no end, and must be told how many. */
  private static int prompts(Section section, Task task) {
    if (task instanceof FiniteTask finite) {
      return section.value(
          "prompts", ValueType.integer(1, finite.mostPrompts()), finite.usualPrompts());
    }
    ValueType<Integer> type = ValueType.integer(1, MOST_PROMPTS);
    return task == null ? section.value("prompts", type, 1) : section.value("prompts", type);
  }

  private SamplingWish sampling(Section section) {
    SamplingWish sampling = SamplingKeys.read(section);
    if (sampling != null && !samplingsGiven.add(sampling)) {
      section.problem("the same sampling twice: expected every one to differ");
    }
    return sampling;
  }

  private static Decoding decoding(Section section) {
    String device = section.value("device", ValueType.word(DEVICES), Decoding.DEFAULT.device());
    int slots =
        section.value("slots", ValueType.integer(1, 65_536), Decoding.slotsByDefault(device));
    ComputeWish compute =
        section.value("compute", ValueType.constant(ComputeWish.class), Decoding.DEFAULT.compute());
    if (compute == ComputeWish.INT8 && !device.equals("cpu")) {
      section.problem(
          "compute", "'compute' is 'int8' on a gpu: expected another type, or device: cpu");
    }
    int tasksPerGpu =
        section.value("tasks_per_gpu", ValueType.integer(1, 64), Decoding.TASKS_PER_GPU);
    Duration timeout =
        section
            .optional("timeout", ValueType.number(0.001, A_YEAR))
            .map(seconds -> Duration.ofNanos(Math.round(1e9 * seconds)))
            .orElse(Decoding.DEFAULT.timeout());
    return section.build(() -> new Decoding(slots, device, compute, tasksPerGpu, timeout));
  }
}
