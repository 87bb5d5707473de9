package org.galton.study.advantages;

import java.util.List;
import org.galton.study.advantages.row.AdvantageRow;
import org.galton.study.advantages.row.AdvantageStepRow;

/**
 * What became of the batches of a file.
 *
 * @param request what was asked
 * @param steps in their order
 * @param first some rollouts, those of the first batches
 */
record AdvantagesResult(
    AdvantagesRequest request, List<AdvantageStepRow> steps, List<AdvantageRow> first) {}
