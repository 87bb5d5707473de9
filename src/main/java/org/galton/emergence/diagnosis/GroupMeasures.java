package org.galton.emergence.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.Statistic;

/**
 * The figures of one group, without any test. Raw figures are biased upward and no evidence.
 *
 * @param group its name
 * @param rounds complete ones
 * @param transitions pairs of complete rounds one lag apart
 * @param incompleteRounds left out because an agent or the macro value was missing
 * @param rejectedRounds left out because a value was NaN or infinite
 * @param values in the order of {@link EmergenceSettings#statistics}; what has none is absent
 * @param pairs for each pair of agents, in order, each measure
 * @param triplets the ten of largest I3
 * @param members in the order of the agents
 */
public record GroupMeasures(
    String group,
    Status status,
    Set<Flag> flags,
    int agents,
    int rounds,
    int transitions,
    int incompleteRounds,
    int rejectedRounds,
    Map<Statistic, Double> values,
    List<PairMeasure> pairs,
    List<TripletMeasure> triplets,
    List<AgentMeasure> members) {}
