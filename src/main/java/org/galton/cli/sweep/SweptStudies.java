package org.galton.cli.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.galton.job.sweep.SweepStudy;
import org.galton.job.sweep.SweptRun;
import org.galton.spec.InvalidInput;
import org.galton.study.Studies;
import org.galton.study.Study;
import org.galton.study.SweepAnswer;

/** What a sweep's studies say, and how it is shown. */
final class SweptStudies implements SweepStudy {
  private final PrintWriter err;
  private final List<SweepAnswer> answers = new ArrayList<>();

  SweptStudies(PrintWriter err) {
    this.err = err;
  }

  /** What a study cannot measure is no reason to lose the figures of its sweep. */
  @Override
  public void study(SweptRun run) {
    for (Study study : Studies.all()) {
      try {
        study.ofSweep(run).ifPresent(answers::add);
      } catch (InvalidInput e) {
        err.println(
            "The study '" + study.name() + "' of this sweep was not done: " + e.getMessage());
        err.flush();
      }
    }
  }

  void print(PrintWriter out) {
    answers.forEach(answer -> out.print(answer.text()));
  }

  void addTo(ObjectNode root) {
    answers.forEach(answer -> root.set(answer.key(), answer.json()));
  }
}
