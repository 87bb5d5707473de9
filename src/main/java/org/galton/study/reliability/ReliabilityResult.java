package org.galton.study.reliability;

import java.io.Serializable;
import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.reliability.row.ReliabilityProblemRow;
import org.galton.study.reliability.row.ReliabilityRow;
import org.galton.study.reliability.row.ReliabilityTables;

/** The measures of agents, and of each problem. */
record ReliabilityResult(List<ReliabilityRow> measures, List<ReliabilityProblemRow> problems)
    implements Serializable {

  void write(RunWriter run) {
    run.publish(ReliabilityTables.PROBLEMS, problems);
    run.publish(ReliabilityTables.RELIABILITY, measures);
  }
}
