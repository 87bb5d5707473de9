package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.run.SparkAction;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.SamplingWish;

/**
 * Asks models on the executors, the calls of a batch side by side; each reply depends on its own
 * call only, so their division among tasks makes no difference. Calibrated roles reply here.
 */
final class SparkRoles implements Asking {
  private static final int MOST_SLOTS = 128;

  private final JavaSparkContext spark;
  private final PlaybookSpec spec;
  private final ModelLoader loader;
  private final CalibratedRoles calibrated;
  private final Map<String, AskTask.Asked> models = new HashMap<>();

  SparkRoles(JavaSparkContext spark, PlaybookSpec spec, ModelLoader loader) {
    this.spark = spark;
    this.spec = spec;
    this.loader = loader;
    this.calibrated = new CalibratedRoles(spec.skill(), spec.task());
  }

  @Override
  public List<RoleReply> ask(List<RoleCall> calls) {
    if (calls.isEmpty()) {
      return List.of();
    }
    String source = spec.roles().of(calls.get(0).role());
    if (source.equals(Roles.CALIBRATED)) {
      return calls.stream().map(calibrated::reply).toList();
    }
    int tasks = Math.min(calls.size(), spark.defaultParallelism());
    int perTask = (calls.size() + tasks - 1) / tasks;
    AskTask task =
        new AskTask(
            loader,
            models.computeIfAbsent(source, this::asked),
            new Decoding(Math.min(perTask, MOST_SLOTS), "cpu"),
            spec.task());
    List<AskTask.Call> numbered = new ArrayList<>();
    IntStream.range(0, calls.size()).forEach(i -> numbered.add(new AskTask.Call(i, calls.get(i))));
    RoleReply[] replies = new RoleReply[calls.size()];
    SparkAction.run(
            "ask " + source, () -> spark.parallelize(numbered, tasks).mapPartitions(task).collect())
        .forEach(reply -> replies[reply.number()] = reply.reply());
    return List.of(replies);
  }

  private AskTask.Asked asked(String source) {
    SamplingWish wish = spec.sampling();
    var card = loader.card(source);
    return new AskTask.Asked(
        source, card.digest(), wish.under(card), !card.chat().digest().isEmpty());
  }
}
