package org.galton.study.junk;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.junk.row.DoseMeanRow;
import org.galton.study.junk.row.DoseResponseRow;
import org.galton.study.junk.row.JunkTables;

/** How scores answer to the dose. */
record DoseResult(DoseRequest request, List<DoseResponseRow> rows, List<DoseMeanRow> means) {

  void write(RunWriter run) {
    run.publish(JunkTables.DOSE_MEANS, means);
    run.publish(JunkTables.DOSE_RESPONSES, rows);
  }
}
