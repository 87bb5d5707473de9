package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.SpecText;
import org.galton.spec.ValueType;
import org.galton.task.kind.TaskKinds;

/**
 * The other half of {@link SweepSpecReader}: every key, with its value resolved where it is the
 * spec's to resolve.
 */
final class SweepSpecWriter {
  private SweepSpecWriter() {}

  static String yaml(SweepSpec spec) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("sweep", spec.sweep());
    keys.put("seed", spec.seed());
    keys.put("output", spec.output());
    keys.put("models", spec.models());
    keys.put("tasks", spec.tasks().stream().map(SweepSpecWriter::task).toList());
    keys.put("sampling", spec.samplings().stream().map(SamplingKeys::written).toList());
    if (spec.framing() instanceof Framing.Chat chat) {
      keys.put("chat", ChatKeys.written(chat));
    }
    keys.put("rollouts", spec.budget().<Object>map(RolloutKeys::written).orElse(spec.rollouts()));
    keys.put("shard_rollouts", spec.shardRollouts());
    keys.put("decoding", decoding(spec.decoding()));
    keys.put("failure_budget", spec.failureBudget());
    if (!spec.gates().isEmpty()) {
      keys.put("gates", spec.gates().stream().map(GateRule::toString).toList());
    }
    if (!spec.keep().isEmpty()) {
      keys.put("keep", spec.keep().stream().map(ValueType::written).sorted().toList());
    }
    return SpecText.of(keys);
  }

  private static Map<String, Object> task(TaskSpec task) {
    Map<String, Object> keys = TaskKinds.keys(task.task());
    keys.put("prompts", task.prompts());
    keys.put("split", ValueType.written(task.split()));
    return keys;
  }

  private static Map<String, Object> decoding(Decoding decoding) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("slots", decoding.slots());
    keys.put("device", decoding.device());
    keys.put("compute", ValueType.written(decoding.compute()));
    keys.put("tasks_per_gpu", decoding.tasksPerGpu());
    if (!decoding.timeout().isZero()) {
      keys.put("timeout", decoding.timeout().toNanos() / 1e9);
    }
    return keys;
  }
}
