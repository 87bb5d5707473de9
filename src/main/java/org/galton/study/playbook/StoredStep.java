package org.galton.study.playbook;

import java.util.List;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;

/**
 * A step of an arm.
 *
 * @param version the context after it
 * @param answers those that it learned from, and those of a measurement after it
 */
record StoredStep(PlaybookRow version, List<PlaybookAnswerRow> answers) {
  StoredStep {
    answers = List.copyOf(answers);
  }
}
