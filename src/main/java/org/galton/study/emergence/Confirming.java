package org.galton.study.emergence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.surrogate.Escalation;
import org.galton.job.run.SparkAction;
import scala.Tuple2;

/** Draws further replicates where the first cannot decide, a stretch of them in a task. */
record Confirming(EmergenceSettings settings, Escalation escalation, int parts) {
  private static final int STRETCH = 500;

  void confirm(
      JavaRDD<Group> groups,
      Map<ConditionKey, List<UnitSummary>> conditions,
      Confirmations confirmations) {
    for (List<Extension> open = confirmations.open(conditions, escalation);
        !open.isEmpty();
        open = confirmations.open(conditions, escalation)) {
      List<Extension> extensions = open;
      List<Tuple2<Integer, int[]>> counted =
          SparkAction.run("draw further surrogates", () -> counted(groups, extensions));
      counted.forEach(one -> confirmations.add(extensions.get(one._1()), one._2()));
    }
  }

  /** For each extension, by its place, one sum. */
  private List<Tuple2<Integer, int[]>> counted(JavaRDD<Group> groups, List<Extension> extensions) {
    Map<GroupKey, List<Stretch>> byGroup = stretches(extensions);
    EmergenceSettings options = settings;
    return groups
        .flatMapToPair(
            group ->
                byGroup.getOrDefault(group.key(), List.of()).stream()
                    .map(stretch -> new Tuple2<>(stretch.number(), new Tuple2<>(stretch, group)))
                    .iterator())
        .partitionBy(new HashPartitioner(parts))
        .values()
        .mapToPair(
            one ->
                new Tuple2<>(
                    one._1().extension(),
                    one._1().replicates().exceedances(one._2().trajectory(), options)))
        .reduceByKey(Confirming::sum)
        .collect();
  }

  /**
   * What one task draws.
   *
   * @param number unlike that of any other
   * @param extension its place among all
   */
  private record Stretch(int number, int extension, Extension replicates) implements Serializable {}

  private static Map<GroupKey, List<Stretch>> stretches(List<Extension> extensions) {
    Map<GroupKey, List<Stretch>> byGroup = new HashMap<>();
    int number = 0;
    for (int i = 0; i < extensions.size(); i++) {
      Extension whole = extensions.get(i);
      List<Stretch> stretches =
          byGroup.computeIfAbsent(whole.key().group(), key -> new ArrayList<>());
      for (int from = whole.from(); from < whole.to(); from += STRETCH) {
        stretches.add(
            new Stretch(number++, i, whole.between(from, Math.min(from + STRETCH, whole.to()))));
      }
    }
    return byGroup;
  }

  private static int[] sum(int[] one, int[] other) {
    int[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }
}
