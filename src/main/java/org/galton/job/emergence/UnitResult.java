package org.galton.job.emergence;

import java.io.Serializable;
import java.util.List;
import org.galton.table.EmergenceAgentRow;
import org.galton.table.EmergencePairRow;
import org.galton.table.EmergenceTripletRow;

/** All that a unit finds: its summary, and rows that go to their tables as they are. */
record UnitResult(
    UnitSummary summary,
    List<EmergencePairRow> pairs,
    List<EmergenceTripletRow> triplets,
    List<EmergenceAgentRow> agents)
    implements Serializable {}
