package org.galton.study.judges;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.judges.row.AgreementRow;
import org.galton.study.judges.row.DisagreementRow;
import org.galton.study.judges.row.JudgesTables;
import org.galton.study.judges.row.VerdictCountRow;

/** What was found about the judges of a run. */
record JudgesResult(
    List<VerdictCountRow> counts,
    List<AgreementRow> agreements,
    List<DisagreementRow> disagreements,
    PassedOver passedOver) {

  void write(RunWriter tables) {
    tables.publish(JudgesTables.VERDICT_COUNTS, counts);
    tables.publish(JudgesTables.AGREEMENTS, agreements);
    tables.publish(JudgesTables.DISAGREEMENTS, disagreements);
  }
}
