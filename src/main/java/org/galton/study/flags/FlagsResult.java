package org.galton.study.flags;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.flags.row.FlagLabelRow;
import org.galton.study.flags.row.FlagOutcomeRow;
import org.galton.study.flags.row.FlagRow;
import org.galton.study.flags.row.FlagsTables;
import org.galton.study.flags.view.FlagsSection;

/** Flags, beside outcomes and beside labels. */
record FlagsResult(List<FlagRow> flags, List<FlagOutcomeRow> outcomes, List<FlagLabelRow> labels) {

  FlagsSection section() {
    return new FlagsSection(flags, outcomes, labels);
  }

  void write(RunWriter run) {
    run.publish(FlagsTables.FLAGS, flags);
    run.publish(FlagsTables.OUTCOMES, outcomes);
    run.publish(FlagsTables.LABELS, labels);
  }
}
