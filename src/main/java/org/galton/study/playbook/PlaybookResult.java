package org.galton.study.playbook;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.study.playbook.row.PlaybookScoreRow;
import org.galton.study.playbook.row.PlaybookTables;

/** Contexts, answers and accuracies of all arms. */
record PlaybookResult(
    PlaybookSpec spec,
    List<PlaybookRow> versions,
    List<PlaybookAnswerRow> answers,
    List<PlaybookScoreRow> scores) {

  void write(RunWriter run) {
    run.publish(PlaybookTables.ANSWERS, answers);
    run.publish(PlaybookTables.VERSIONS, versions);
    run.publish(PlaybookTables.SCORES, scores);
  }
}
