package org.galton.study.emergence;

import java.io.Serializable;
import java.util.List;
import org.galton.emergence.diagnosis.Status;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;
import org.galton.study.emergence.row.EmergenceGroupRow;

/**
 * What the driver needs of a unit to decide about many groups.
 *
 * @param status of the group's window
 * @param refusal why it was not tested; null where it was, or where nobody asked
 * @param figures in the order of the settings' statistics
 * @param roles of the agents; in the unit of one null model only, null in the others
 */
record UnitSummary(
    UnitKey key,
    Status status,
    EmergenceGroupRow.Facts facts,
    String refusal,
    List<GroupFigure> figures,
    EmergenceDifferentiationRow roles)
    implements Serializable {}
