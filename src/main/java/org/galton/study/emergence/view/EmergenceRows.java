package org.galton.study.emergence.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.report.RowSource;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceGroupRow;
import org.galton.study.emergence.row.EmergencePairRow;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.row.EmergenceTripletRow;
import org.galton.study.emergence.row.GroupPlace;
import org.galton.study.emergence.row.Quantity;
import org.galton.study.emergence.row.TrajectoryRow;

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

  /** Details are those of the groups that are shown; those of all may be many. */
  public static EmergenceRows read(RowSource source) {
    List<EmergenceConditionRow> conditions = new ArrayList<>();
    List<EmergenceGroupRow> groups = new ArrayList<>();
    List<EmergencePairRow> pairs = new ArrayList<>();
    List<EmergenceTripletRow> triplets = new ArrayList<>();
    List<TrajectoryRow> trajectories = new ArrayList<>();
    List<EmergenceEffectRow> effects = new ArrayList<>();
    source.forEach(EmergenceTables.CONDITIONS, conditions::add);
    source.forEach(EmergenceTables.GROUPS, row -> addIf(choose(row), groups, row));
    Set<GroupPlace> chosen = chosen(groups);
    source.forEach(EmergenceTables.PAIRS, row -> addIf(chosen.contains(row.place()), pairs, row));
    source.forEach(
        EmergenceTables.TRIPLETS, row -> addIf(chosen.contains(row.place()), triplets, row));
    source.forEach(
        EmergenceTables.TRAJECTORIES,
        row -> addIf(chosen.contains(row.place()), trajectories, row));
    source.forEach(EmergenceTables.EFFECTS, effects::add);
    return new EmergenceRows(conditions, groups, pairs, triplets, trajectories, effects);
  }

  private static <R> void addIf(boolean wanted, List<R> rows, R row) {
    if (wanted) {
      rows.add(row);
    }
  }

  /** Whether a figure is one that groups are chosen by: their median synergy over all rounds. */
  static boolean choose(EmergenceGroupRow row) {
    return row.shows(Quantity.CAPACITY)
        && row.firstRounds() == null
        && row.trial().corrected().isPresent();
  }

  /**
   * Of each condition the group whose pairs exceed their surrogates most, and the middle one: with
   * the last of the measures and of the null models named.
   */
  public static Set<GroupPlace> chosen(List<EmergenceGroupRow> groups) {
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
                Comparator.comparingDouble(
                        (EmergenceGroupRow row) -> row.trial().corrected().orElseThrow())
                    .reversed()
                    .thenComparing(row -> row.place().group()))
            .toList();
    Set<GroupPlace> chosen = new LinkedHashSet<>();
    ranked.stream()
        .map(row -> List.of(row.place().experiment(), row.place().condition()))
        .distinct()
        .sorted(
            Comparator.comparing((List<String> names) -> names.get(0)).thenComparing(n -> n.get(1)))
        .forEach(
            names -> {
              List<EmergenceGroupRow> own = new ArrayList<>(ranked);
              own.removeIf(
                  row -> !List.of(row.place().experiment(), row.place().condition()).equals(names));
              chosen.add(own.get(0).place());
              chosen.add(own.get(own.size() / 2).place());
            });
    return chosen;
  }
}
