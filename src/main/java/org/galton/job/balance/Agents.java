package org.galton.job.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Adds up steps, agent by agent. */
final class Agents {
  private static final Comparator<CountedStep> ORDER = Comparator.comparing(CountedStep::key);

  private Agents() {}

  /**
   * @param steps of one agent, walk, source and target any number of times
   * @param attempts likewise
   * @param parts into which the work is split
   */
  static JavaRDD<Agent> of(JavaRDD<CountedStep> steps, JavaRDD<CountedStep> attempts, int parts) {
    HashPartitioner agents = new HashPartitioner(parts);
    return summed(steps, parts)
        .cogroup(summed(attempts, parts), agents)
        .map(found -> new Agent(found._1(), sorted(found._2()._1()), sorted(found._2()._2())));
  }

  private static JavaPairRDD<AgentKey, CountedStep> summed(JavaRDD<CountedStep> steps, int parts) {
    return steps
        .mapToPair(step -> new Tuple2<>(step.key(), step.count()))
        .reduceByKey(Double::sum, parts)
        .mapToPair(sum -> new Tuple2<>(AgentKey.of(sum._1()), new CountedStep(sum._1(), sum._2())));
  }

  private static List<CountedStep> sorted(Iterable<CountedStep> steps) {
    return new ArrayList<>(StreamSupport.stream(steps.spliterator(), false).sorted(ORDER).toList());
  }
}
