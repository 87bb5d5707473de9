package org.galton.study.vgb;

import java.util.List;
import org.galton.search.generated.SequenceTask;
import org.galton.search.generated.ValueRule;

/**
 * What is asked about small languages: every combination.
 *
 * @param faults of values that are wrong
 */
record VgbRequest(
    List<SequenceTask> tasks,
    List<ValueRule> rules,
    List<Integer> horizons,
    ValueRule.Faults faults) {}
