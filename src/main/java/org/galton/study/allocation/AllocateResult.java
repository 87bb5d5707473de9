package org.galton.study.allocation;

import java.util.Comparator;
import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.allocation.row.AllocationRow;
import org.galton.study.allocation.row.AllocationRuleRow;
import org.galton.study.allocation.row.AllocationTables;

/**
 * How a budget is divided.
 *
 * @param rules the chosen one first, then others for comparison
 * @param prompts in the order of their names
 */
record AllocateResult(
    AllocateRequest request, List<AllocationRuleRow> rules, List<AllocationRow> prompts) {

  /** Those that get most. */
  List<AllocationRow> most(int number) {
    return prompts.stream()
        .sorted(
            Comparator.comparingInt(AllocationRow::rollouts)
                .reversed()
                .thenComparing(AllocationRow::prompt))
        .limit(number)
        .toList();
  }

  void write(RunWriter run) {
    run.publish(AllocationTables.ALLOCATIONS, prompts);
    run.publish(AllocationTables.RULES, rules);
  }
}
