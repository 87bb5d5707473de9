package org.galton.study.emergence;

import java.io.Serializable;
import java.util.List;
import org.galton.study.emergence.row.EmergenceAgentRow;
import org.galton.study.emergence.row.EmergencePairRow;
import org.galton.study.emergence.row.EmergenceTripletRow;

/** All that a unit finds: its summary, and rows that go to their tables as they are. */
record UnitResult(
    UnitSummary summary,
    List<EmergencePairRow> pairs,
    List<EmergenceTripletRow> triplets,
    List<EmergenceAgentRow> agents)
    implements Serializable {}
