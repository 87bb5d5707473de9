package org.galton.study.vgb;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.vgb.row.VgbHorizonRow;
import org.galton.study.vgb.row.VgbTables;

/** What samplers do, by task, values and horizon. */
record VgbResult(VgbRequest request, List<VgbHorizonRow> rows) {

  void write(RunWriter run) {
    run.publish(VgbTables.HORIZONS, rows);
  }
}
