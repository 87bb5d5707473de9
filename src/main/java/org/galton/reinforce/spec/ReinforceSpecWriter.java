package org.galton.reinforce.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.reinforce.budget.TrainingBudgetKeys;
import org.galton.spec.SpecText;
import org.galton.spec.ValueType;
import org.galton.sweep.SamplingKeys;
import org.galton.sweep.TaskSpec;
import org.galton.task.kind.TaskKinds;
import org.galton.train.policy.LowRank;

/** The other half of {@link ReinforceSpecReader}: every key, with its value resolved. */
final class ReinforceSpecWriter {
  private ReinforceSpecWriter() {}

  static String yaml(ReinforceSpec spec) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("training", spec.training());
    keys.put("seed", spec.seed());
    keys.put("output", spec.output());
    keys.put("start", spec.start());
    keys.put("tasks", spec.tasks().stream().map(ReinforceSpecWriter::task).toList());
    keys.put("sampling", SamplingKeys.written(spec.sampling()));
    InterruptionKeys.write(spec.interruption(), keys);
    HeadKeys.write(spec.head(), keys);
    keys.put("steps", spec.steps());
    keys.put("prompts_per_step", spec.promptsPerStep());
    keys.put("rollouts", spec.rollouts());
    SearchKeys.write(spec.search(), keys);
    keys.put("budget", TrainingBudgetKeys.written(spec.budget()));
    keys.put("learning_rate", spec.learning().learningRate());
    keys.put("warmup", spec.learning().warmup());
    keys.put("weight_decay", spec.learning().optimizer().weightDecay());
    keys.put("clip", spec.learning().optimizer().clip());
    keys.put("beta1", spec.learning().optimizer().beta1());
    keys.put("beta2", spec.learning().optimizer().beta2());
    keys.put("staleness", spec.learning().staleness());
    keys.put("kl", spec.learning().kl().weight());
    spec.learning().lowRank().ifPresent(form -> keys.put("lora", lowRank(form, spec.learning())));
    ObjectiveKeys.write(spec.objective(), keys);
    keys.put("evaluate", evaluation(spec.evaluation()));
    PlacementKeys.write(spec.placement(), keys);
    keys.put("checkpoints", spec.checkpointEvery());
    keys.put("keep", spec.keep().stream().map(ValueType::written).sorted().toList());
    keys.put("machine", machine(spec.machine()));
    return SpecText.of(keys);
  }

  private static Map<String, Object> task(TaskSpec task) {
    Map<String, Object> keys = TaskKinds.keys(task.task());
    keys.put("prompts", task.prompts());
    return keys;
  }

  private static Map<String, Object> lowRank(LowRank form, LearningPlan plan) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("rank", form.rank());
    keys.put("alpha", form.alpha());
    keys.put("targets", form.targets());
    keys.put("save", ValueType.written(plan.checkpoints()));
    return keys;
  }

  private static Map<String, Object> evaluation(EvaluationPlan plan) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("every", plan.every());
    keys.put("prompts", plan.prompts());
    keys.put("rollouts", plan.rollouts());
    keys.put("split", ValueType.written(plan.split()));
    return keys;
  }

  private static Map<String, Object> machine(MachinePlan plan) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("threads", plan.threads());
    keys.put("slots", plan.slots());
    keys.put("batch_tokens", plan.batchTokens());
    return keys;
  }
}
