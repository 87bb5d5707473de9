package org.galton.study.balance;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Adds up steps, agent by agent. */
final class Agents {
  private static final Comparator<CountedStep> ORDER = Comparator.comparing(CountedStep::key);

  private Agents() {}

  /**
   * @param steps of one agent, walk, source and target any number of times
   * @param attempts of one agent and state at most once
   * @param parts into which the work is split
   */
  static JavaRDD<Agent> of(JavaRDD<CountedStep> steps, JavaRDD<CountedStep> attempts, int parts) {
    HashPartitioner agents = new HashPartitioner(parts);
    return combined(steps, parts, (key, one, other) -> one.add(other))
        .cogroup(combined(attempts, parts, Agents::twice), agents)
        .map(found -> new Agent(found._1(), sorted(found._2()._1()), sorted(found._2()._2())));
  }

  private interface Combining extends Serializable {
    BigDecimal of(StepKey key, BigDecimal one, BigDecimal other);
  }

  private static JavaPairRDD<AgentKey, CountedStep> combined(
      JavaRDD<CountedStep> steps, int parts, Combining combining) {
    return steps
        .mapToPair(step -> new Tuple2<>(step.key(), step))
        .reduceByKey(
            (one, other) ->
                new CountedStep(one.key(), combining.of(one.key(), one.amount(), other.amount())),
            parts)
        .mapToPair(sum -> new Tuple2<>(AgentKey.of(sum._1()), sum._2()));
  }

  private static BigDecimal twice(StepKey key, BigDecimal one, BigDecimal other) {
    throw new InvalidInput(
        "Cannot use the attempts of %s: state '%s' stands in two rows, with %s and %s; expected one row for each state"
            .formatted(AgentKey.of(key), key.source(), one.min(other), one.max(other)));
  }

  private static List<CountedStep> sorted(Iterable<CountedStep> steps) {
    return new ArrayList<>(StreamSupport.stream(steps.spliterator(), false).sorted(ORDER).toList());
  }
}
