package org.galton.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.table.EmergenceConditionRow;
import org.galton.table.EmergenceEffectRow;
import org.galton.table.EmergenceGroupRow;
import org.galton.table.EmergencePairRow;
import org.galton.table.EmergenceTripletRow;
import org.galton.table.TrajectoryRow;

/**
 * What a run found about groups of agents.
 *
 * @param groups figures by which groups are {@link #chosen} for a picture
 * @param pairs of the groups chosen
 * @param triplets of the groups chosen
 * @param trajectories of the groups chosen
 * @param effects contrasts of conditions, and what goes with success
 */
public record EmergenceRows(
    List<EmergenceConditionRow> conditions,
    List<EmergenceGroupRow> groups,
    List<EmergencePairRow> pairs,
    List<EmergenceTripletRow> triplets,
    List<TrajectoryRow> trajectories,
    List<EmergenceEffectRow> effects) {
  public static final EmergenceRows NONE =
      new EmergenceRows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public EmergenceRows {
    conditions = List.copyOf(conditions);
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
    triplets = List.copyOf(triplets);
    trajectories = List.copyOf(trajectories);
    effects = List.copyOf(effects);
  }

  /** A group, by its names. */
  public record Place(String experiment, String condition, String group) {
    private static Place of(EmergenceGroupRow row) {
      return new Place(row.experiment(), row.condition(), row.group());
    }
  }

  /** Whether a figure is one that groups are chosen by: their median synergy over all rounds. */
  public static boolean choose(EmergenceGroupRow row) {
    return row.statistic().equals("capacity")
        && row.firstRounds() == null
        && row.corrected() != null;
  }

  /**
   * Of each condition the group whose pairs exceed their surrogates most, and the middle one: with
   * the last of the measures and of the null models named.
   */
  public static Set<Place> chosen(List<EmergenceGroupRow> groups) {
    List<EmergenceGroupRow> capacities = groups.stream().filter(EmergenceRows::choose).toList();
    if (capacities.isEmpty()) {
      return Set.of();
    }
    EmergenceGroupRow last = capacities.get(capacities.size() - 1);
    List<EmergenceGroupRow> ranked =
        capacities.stream()
            .filter(row -> row.measure().equals(last.measure()))
            .filter(row -> row.nullModel().equals(last.nullModel()))
            .sorted(
                Comparator.comparing(EmergenceGroupRow::corrected)
                    .reversed()
                    .thenComparing(EmergenceGroupRow::group))
            .toList();
    Set<Place> chosen = new LinkedHashSet<>();
    ranked.stream()
        .map(row -> List.of(row.experiment(), row.condition()))
        .distinct()
        .sorted(
            Comparator.comparing((List<String> names) -> names.get(0)).thenComparing(n -> n.get(1)))
        .forEach(
            names -> {
              List<EmergenceGroupRow> own = new ArrayList<>(ranked);
              own.removeIf(row -> !List.of(row.experiment(), row.condition()).equals(names));
              chosen.add(Place.of(own.get(0)));
              chosen.add(Place.of(own.get(own.size() / 2)));
            });
    return chosen;
  }
}
