package org.galton.emergence.diagnosis;

import java.util.List;
import org.galton.emergence.NullModel;

/**
 * A group beside the first replicates of one null model.
 *
 * @param group its name
 * @param replicates B
 * @param statistics those with an observed value, in the order of {@link
 *     EmergenceSettings#statistics}
 * @param pairs in the order of {@link GroupMeasures#pairs}
 * @param triplets in the order of {@link GroupMeasures#triplets}
 * @param participation for each measure, in order, each agent
 */
public record NullMeasures(
    String group,
    NullModel model,
    int replicates,
    List<StatisticNull> statistics,
    List<PairNull> pairs,
    List<TripletNull> triplets,
    List<Participation> participation) {}
