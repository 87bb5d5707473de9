package org.galton.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.SpecText;
import org.galton.task.kind.TaskKinds;

/** The other half of {@link TrainSpecReader}: every key, with its value resolved. */
final class TrainSpecWriter {
  private TrainSpecWriter() {}

  static String yaml(TrainSpec spec) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("model", spec.model());
    keys.put("output", spec.output());
    keys.put("seed", spec.seed());
    keys.put("architecture", architecture(spec.architecture()));
    keys.put("tasks", spec.tasks().stream().map(TrainSpecWriter::task).toList());
    keys.put("training", schedule(spec.schedule()));
    return SpecText.of(keys);
  }

  private static Map<String, Object> architecture(Architecture architecture) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("layers", architecture.layers());
    keys.put("width", architecture.width());
    keys.put("heads", architecture.heads());
    keys.put("key_value_heads", architecture.keyValueHeads());
    keys.put("feed_forward", architecture.feedForward());
    keys.put("context", architecture.context());
    return keys;
  }

  private static Map<String, Object> task(TaskShare share) {
    Map<String, Object> keys = TaskKinds.keys(share.task());
    keys.put("weight", share.weight());
    return keys;
  }

  private static Map<String, Object> schedule(Schedule schedule) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("steps", schedule.steps());
    keys.put("batch", schedule.batch());
    keys.put("learning_rate", schedule.learningRate());
    keys.put("warmup", schedule.warmup());
    keys.put("weight_decay", schedule.weightDecay());
    keys.put("clip", schedule.clip());
    keys.put("beta1", schedule.adamBeta1());
    keys.put("beta2", schedule.adamBeta2());
    keys.put("checkpoints", schedule.checkpoints());
    keys.put("first_checkpoint", schedule.firstCheckpoint());
    keys.put("validation_prompts", schedule.validationPrompts());
    keys.put("threads", schedule.threads());
    return keys;
  }
}
