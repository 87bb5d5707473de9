package org.galton.study.vgb;

import java.util.List;
import org.galton.search.generated.SequenceTask;
import org.galton.search.generated.ValueRule;

/**
 * What is asked about small languages: every combination.
 *
 * @param samples numbers of samples, for values that are learned from some
 */
record VgbRequest(
    List<SequenceTask> tasks,
    List<ValueRule> rules,
    List<Integer> horizons,
    List<Integer> samples,
    double eps,
    long seed) {

  /** How wrong values by a rule are, once for each number of samples where it uses any. */
  List<ValueRule.Faults> faults(ValueRule rule) {
    return samples.stream()
        .limit(rule.usesSamples() ? samples.size() : 1)
        .map(count -> new ValueRule.Faults(eps, count, seed))
        .toList();
  }
}
