package org.galton.table;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A table: its columns as its schema states them, and the record that is one row of it. */
public final class Table<R extends Record> {
  public static final Table<PromptRow> PROMPTS = new Table<>("prompts", PromptRow.class);
  public static final Table<RolloutRow> ROLLOUTS = new Table<>("rollouts", RolloutRow.class);
  public static final Table<RolloutTokensRow> ROLLOUT_TOKENS =
      new Table<>("rollout_tokens", RolloutTokensRow.class);
  public static final Table<SearchesRow> SEARCHES = new Table<>("searches", SearchesRow.class);
  public static final Table<SearchNodesRow> SEARCH_NODES =
      new Table<>("search_nodes", SearchNodesRow.class);
  public static final Table<ScoreRow> SCORES = new Table<>("scores", ScoreRow.class);
  public static final Table<PromptStatisticsRow> PROMPT_STATISTICS =
      new Table<>("prompt_statistics", PromptStatisticsRow.class);
  public static final Table<MetricRow> METRICS = new Table<>("metrics", MetricRow.class);
  public static final Table<BooksRow> BOOKS = new Table<>("books", BooksRow.class);
  public static final Table<GateRow> GATES = new Table<>("gates", GateRow.class);
  public static final Table<RunRow> RUNS = new Table<>("runs", RunRow.class);
  public static final Table<ComparisonRow> COMPARISONS =
      new Table<>("comparisons", ComparisonRow.class);
  public static final Table<LabelRow> LABELS = new Table<>("labels", LabelRow.class);

  private final Ddl ddl;
  private final List<Column> columns;
  private final Mapping<R> rows;

  /**
   * @param row beside which the schema lies as {@code name.sql}
   */
  public Table(String name, Class<R> row) {
    this(Ddl.beside(row, name), row);
  }

  Table(Ddl ddl, Class<R> row) {
    this.ddl = ddl;
    this.columns = Arrays.stream(ddl.schema().fields()).map(Column::of).toList();
    this.rows = Mapping.whole(ddl.name(), columns, row);
  }

  /**
   * A table that is in no output folder, and so in no dictionary.
   *
   * @param ddl its schema
   */
  public static <R extends Record> Table<R> described(String ddl, Class<R> row) {
    return new Table<>(Ddl.parse(row.getSimpleName(), ddl), row);
  }

  /** The tables of sweeps, in the order data flows through them; studies have their own. */
  public static List<Table<?>> ofSweeps() {
    return List.of(
        PROMPTS,
        ROLLOUTS,
        ROLLOUT_TOKENS,
        SEARCHES,
        SEARCH_NODES,
        SCORES,
        PROMPT_STATISTICS,
        METRICS,
        BOOKS,
        GATES,
        RUNS,
        COMPARISONS,
        LABELS);
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
