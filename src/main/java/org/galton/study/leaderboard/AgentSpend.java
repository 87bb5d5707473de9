package org.galton.study.leaderboard;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.galton.numerics.Quantile;
import scala.Tuple2;

/**
 * What the rollouts of one agent came to.
 *
 * @param problems by problem, without the seconds of single rollouts
 * @param medianSeconds of a scored rollout; null where there is none, or one does not tell
 * @param p90Seconds likewise the ninth decile
 */
record AgentSpend(
    AgentKey agent, Map<String, Spend> problems, Double medianSeconds, Double p90Seconds)
    implements Serializable {

  static AgentSpend of(AgentKey agent, Iterable<Tuple2<String, Spend>> spends) {
    Spend all = new Spend();
    Map<String, Spend> problems = new TreeMap<>();
    for (Tuple2<String, Spend> found : spends) {
      all.plus(found._2());
      problems.put(found._1(), found._2().withoutLatencies());
    }
    double[] latencies = all.latencies();
    return new AgentSpend(agent, problems, quantile(latencies, 5), quantile(latencies, 9));
  }

  private static Double quantile(double[] sorted, int tenths) {
    return sorted.length == 0 ? null : (Double) Quantile.ofSorted(sorted, tenths, 10);
  }

  Spend sum() {
    Spend sum = new Spend();
    problems.values().forEach(sum::plus);
    return sum;
  }
}
