package org.galton.study.emergence;

import java.util.List;
import java.util.Map;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceGroupRow;

/**
 * What groups of agents show.
 *
 * @param runId in the tables, where they were written
 * @param groups read
 * @param statuses groups of each status in the widest window, by name
 * @param figures of single groups beside each null model
 * @param conditions in the order of the table
 * @param roles of each condition and window
 * @param effects in the order of the table
 */
public record EmergenceResult(
    String runId,
    EmergenceRequest request,
    int groups,
    Map<String, Integer> statuses,
    List<EmergenceGroupRow> figures,
    List<EmergenceConditionRow> conditions,
    List<RoleShare> roles,
    List<EmergenceEffectRow> effects) {}
