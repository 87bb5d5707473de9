package org.galton.table;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A table: its columns as the schema in {@code data-schemas} states them, and the record that is
 * one row of it.
 */
public final class Table<R extends Record> {
  public static final Table<PromptRow> PROMPTS = new Table<>("prompts", PromptRow.class);
  public static final Table<RolloutRow> ROLLOUTS = new Table<>("rollouts", RolloutRow.class);
  public static final Table<ScoreRow> SCORES = new Table<>("scores", ScoreRow.class);
  public static final Table<PromptStatisticsRow> PROMPT_STATISTICS =
      new Table<>("prompt_statistics", PromptStatisticsRow.class);
  public static final Table<MetricRow> METRICS = new Table<>("metrics", MetricRow.class);
  public static final Table<BooksRow> BOOKS = new Table<>("books", BooksRow.class);
  public static final Table<RunRow> RUNS = new Table<>("runs", RunRow.class);
  public static final Table<ComparisonRow> COMPARISONS =
      new Table<>("comparisons", ComparisonRow.class);
  public static final Table<ScalingPointRow> SCALING_POINTS =
      new Table<>("scaling_points", ScalingPointRow.class);
  public static final Table<ScalingFitRow> SCALING_FITS =
      new Table<>("scaling_fits", ScalingFitRow.class);
  public static final Table<ScalingForecastRow> SCALING_FORECASTS =
      new Table<>("scaling_forecasts", ScalingForecastRow.class);
  public static final Table<InformationRow> INFORMATION =
      new Table<>("information", InformationRow.class);
  public static final Table<TrajectoryRow> TRAJECTORIES =
      new Table<>("trajectories", TrajectoryRow.class);
  public static final Table<EmergenceGroupRow> EMERGENCE_GROUPS =
      new Table<>("emergence_groups", EmergenceGroupRow.class);
  public static final Table<EmergencePairRow> EMERGENCE_PAIRS =
      new Table<>("emergence_pairs", EmergencePairRow.class);
  public static final Table<EmergenceTripletRow> EMERGENCE_TRIPLETS =
      new Table<>("emergence_triplets", EmergenceTripletRow.class);
  public static final Table<EmergenceAgentRow> EMERGENCE_AGENTS =
      new Table<>("emergence_agents", EmergenceAgentRow.class);
  public static final Table<EmergenceConditionRow> EMERGENCE_CONDITIONS =
      new Table<>("emergence_conditions", EmergenceConditionRow.class);
  public static final Table<EmergenceDifferentiationRow> EMERGENCE_DIFFERENTIATION =
      new Table<>("emergence_differentiation", EmergenceDifferentiationRow.class);
  public static final Table<EmergenceEffectRow> EMERGENCE_EFFECTS =
      new Table<>("emergence_effects", EmergenceEffectRow.class);
  public static final Table<TransitionRow> TRANSITIONS =
      new Table<>("transitions", TransitionRow.class);
  public static final Table<LandscapeRow> LANDSCAPES =
      new Table<>("landscapes", LandscapeRow.class);
  public static final Table<PotentialRow> POTENTIALS =
      new Table<>("potentials", PotentialRow.class);
  public static final Table<BalanceTestRow> BALANCE_TESTS =
      new Table<>("balance_tests", BalanceTestRow.class);
  public static final Table<BalanceCycleRow> BALANCE_CYCLES =
      new Table<>("balance_cycles", BalanceCycleRow.class);
  public static final Table<BalanceBoundRow> BALANCE_BOUNDS =
      new Table<>("balance_bounds", BalanceBoundRow.class);
  public static final Table<VoteSweepRow> VOTE_SWEEPS =
      new Table<>("vote_sweeps", VoteSweepRow.class);

  private final Ddl ddl;
  private final List<Column> columns;
  private final Mapping<R> rows;

  private Table(String name, Class<R> row) {
    this(Ddl.of(name), row);
  }

  Table(Ddl ddl, Class<R> row) {
    this.ddl = ddl;
    this.columns = Arrays.stream(ddl.schema().fields()).map(Column::of).toList();
    this.rows = Mapping.whole(ddl.name(), columns, row);
  }

  /** All tables, in the order data flows through them. */
  public static List<Table<?>> all() {
    return List.of(
        PROMPTS,
        ROLLOUTS,
        SCORES,
        PROMPT_STATISTICS,
        METRICS,
        BOOKS,
        RUNS,
        COMPARISONS,
        SCALING_POINTS,
        SCALING_FITS,
        SCALING_FORECASTS,
        INFORMATION,
        TRAJECTORIES,
        EMERGENCE_GROUPS,
        EMERGENCE_PAIRS,
        EMERGENCE_TRIPLETS,
        EMERGENCE_AGENTS,
        EMERGENCE_CONDITIONS,
        EMERGENCE_DIFFERENTIATION,
        EMERGENCE_EFFECTS,
        TRANSITIONS,
        LANDSCAPES,
        POTENTIALS,
        BALANCE_TESTS,
        BALANCE_CYCLES,
        BALANCE_BOUNDS,
        VOTE_SWEEPS);
  }

  public String name() {
    return ddl.name();
  }

  /** What one row is. */
  public String meaning() {
    return ddl.meaning();
  }

  public StructType schema() {
    return ddl.schema();
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * A row of its values in the schema's order.
   *
   * @throws IllegalArgumentException when there is a null where a record takes none
   */
  public R row(Object[] values) {
    return rows.row(values);
  }

  /** Whole rows. */
  public Mapping<R> rows() {
    return rows;
  }

  /** The part of a row that a narrower record names: nothing else is read from a file. */
  public <P extends Record> Mapping<P> part(Class<P> part) {
    return Mapping.part(name(), columns, part);
  }
}
