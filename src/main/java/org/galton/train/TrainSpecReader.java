package org.galton.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.spec.HomeFolder;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Trainable;
import org.galton.task.kind.TaskKinds;

/** The keys of a training's spec, their ranges and their defaults. */
final class TrainSpecReader {
  private static final ValueType<String> MODEL_NAME =
      ValueType.text("a name of lower-case letters, digits and -", "[a-z0-9-]+");
  private static final int MOST_STEPS = 100_000_000;
  private static final ValueType<Double> SHARE_BELOW_ONE = ValueType.number(0, 0.999_999_999);

  private final Set<String> taskNames = new HashSet<>();

  TrainSpec read(Section section) {
    String model = section.value("model", MODEL_NAME);
    String output = section.value("output", HomeFolder.path());
    long seed = section.value("seed", ValueType.wholeNumber());
    Architecture architecture = section.section("architecture", TrainSpecReader::architecture);
    List<TaskShare> tasks = section.sections("tasks", this::task);
    Schedule schedule = section.section("training", TrainSpecReader::schedule);
    return section.build(() -> new TrainSpec(model, output, seed, architecture, tasks, schedule));
  }

  private static Architecture architecture(Section section) {
    int layers = section.value("layers", ValueType.integer(1, 1_000));
    int width = section.value("width", ValueType.integer(2, 65_536));
    int heads = section.value("heads", ValueType.integer(1, 1_024));
    int keyValueHeads = section.value("key_value_heads", ValueType.integer(1, 1_024), heads);
    int feedForward = section.value("feed_forward", ValueType.integer(1, 1_000_000));
    int context = section.value("context", ValueType.integer(2, 1_000_000));
    return section.build(
        () -> new Architecture(layers, width, heads, keyValueHeads, feedForward, context));
  }

  private TaskShare task(Section section) {
    Trainable task = TaskKinds.trainable(section);
    double weight = section.value("weight", ValueType.positive(), 1.0);
    if (task != null && !taskNames.add(task.name())) {
      section.problem(
          "name", "'name' is '" + task.name() + "' again: expected every task to have its own");
    }
    return section.build(() -> new TaskShare(task, weight));
  }

  private static Schedule schedule(Section section) {
    int steps = section.value("steps", ValueType.integer(1, MOST_STEPS));
    int batch = section.value("batch", ValueType.integer(1, 1_000_000), 128);
    double learningRate = section.value("learning_rate", ValueType.positive(), 0.003);
    int warmup = section.value("warmup", ValueType.integer(0, MOST_STEPS), Math.min(200, steps));
    double weightDecay = section.value("weight_decay", ValueType.number(0, 1), 0.1);
    double clip = section.value("clip", ValueType.positive(), 1.0);
    double beta1 = section.value("beta1", SHARE_BELOW_ONE, 0.9);
    double beta2 = section.value("beta2", SHARE_BELOW_ONE, 0.98);
    int checkpoints = section.value("checkpoints", ValueType.integer(1, 1_000), 9);
    int first =
        section.value(
            "first_checkpoint", ValueType.integer(1, MOST_STEPS), Math.max(1, steps / 200));
    int validationPrompts =
        section.value("validation_prompts", ValueType.integer(1, 1_000_000), 64);
    int threads = section.value("threads", ValueType.integer(1, 1_024), 2);
    return section.build(
        () ->
            new Schedule(
                steps,
                batch,
                learningRate,
                warmup,
                weightDecay,
                clip,
                beta1,
                beta2,
                checkpoints,
                first,
                validationPrompts,
                threads));
  }
}
