package org.galton.study.audit;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.audit.row.AuditDifferenceRow;
import org.galton.study.audit.row.AuditLayerRow;
import org.galton.study.audit.row.AuditModelRow;
import org.galton.study.audit.row.AuditRow;
import org.galton.study.audit.row.AuditTables;
import org.galton.study.audit.row.AuditTrialRow;

/** All rows of an audit. */
record AuditResult(
    List<AuditTrialRow> trials,
    List<AuditModelRow> models,
    List<AuditLayerRow> layers,
    List<AuditRow> audits,
    List<AuditDifferenceRow> differences) {

  void write(RunWriter run) {
    run.publish(AuditTables.TRIALS, trials);
    run.publish(AuditTables.MODELS, models);
    run.publish(AuditTables.LAYERS, layers);
    run.publish(AuditTables.AUDITS, audits);
    run.publish(AuditTables.DIFFERENCES, differences);
  }
}
