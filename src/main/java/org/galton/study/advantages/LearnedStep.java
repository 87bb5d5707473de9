package org.galton.study.advantages;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.galton.study.advantages.row.AdvantageRow;
import org.galton.study.advantages.row.AdvantageStepRow;
import org.galton.study.advantages.row.TokenCoefficientRow;

/**
 * What became of a batch.
 *
 * @param rollouts by prompt and sample
 */
record LearnedStep(AdvantageStepRow summary, List<LearnedRollout> rollouts)
    implements Serializable {

  Stream<AdvantageRow> rows() {
    return rollouts.stream().map(one -> one.row(summary.runId(), summary.step()));
  }

  Stream<TokenCoefficientRow> tokenRows() {
    return rollouts.stream().flatMap(one -> one.tokenRows(summary.runId(), summary.step()));
  }
}
