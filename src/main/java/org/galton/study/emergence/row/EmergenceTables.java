package org.galton.study.emergence.row;

import java.util.List;
import org.galton.table.Table;

/** Tables of what groups of agents are more than their members. */
public final class EmergenceTables {
  public static final Table<TrajectoryRow> TRAJECTORIES =
      new Table<>("trajectories", TrajectoryRow.class);
  public static final Table<EmergenceGroupRow> GROUPS =
      new Table<>("emergence_groups", EmergenceGroupRow.class);
  public static final Table<EmergencePairRow> PAIRS =
      new Table<>("emergence_pairs", EmergencePairRow.class);
  public static final Table<EmergenceTripletRow> TRIPLETS =
      new Table<>("emergence_triplets", EmergenceTripletRow.class);
  public static final Table<EmergenceAgentRow> AGENTS =
      new Table<>("emergence_agents", EmergenceAgentRow.class);
  public static final Table<EmergenceConditionRow> CONDITIONS =
      new Table<>("emergence_conditions", EmergenceConditionRow.class);
  public static final Table<EmergenceDifferentiationRow> DIFFERENTIATION =
      new Table<>("emergence_differentiation", EmergenceDifferentiationRow.class);
  public static final Table<EmergenceEffectRow> EFFECTS =
      new Table<>("emergence_effects", EmergenceEffectRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL =
      List.of(TRAJECTORIES, GROUPS, PAIRS, TRIPLETS, AGENTS, CONDITIONS, DIFFERENTIATION, EFFECTS);

  private EmergenceTables() {}
}
