package org.galton.study.junk.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of studies of junk data. */
public final class JunkTables {
  public static final Table<SimulatedPostRow> SIMULATED_POSTS =
      new Table<>("simulated_posts", SimulatedPostRow.class);
  public static final Table<SimulatedScoreRow> SIMULATED_SCORES =
      new Table<>("simulated_scores", SimulatedScoreRow.class);
  public static final Table<SimulatedRecoveryRow> SIMULATED_RECOVERIES =
      new Table<>("simulated_recoveries", SimulatedRecoveryRow.class);
  public static final Table<LabelledPostRow> POSTS =
      new Table<>("labelled_posts", LabelledPostRow.class);
  public static final Table<LabelCountRow> COUNTS =
      new Table<>("label_counts", LabelCountRow.class);
  public static final Table<LabelAgreementRow> AGREEMENTS =
      new Table<>("label_agreements", LabelAgreementRow.class);
  public static final Table<MixtureRow> MIXTURES = new Table<>("mixtures", MixtureRow.class);
  public static final Table<MixturePostRow> MIXTURE_POSTS =
      new Table<>("mixture_posts", MixturePostRow.class);
  public static final Table<DoseMeanRow> DOSE_MEANS = new Table<>("dose_means", DoseMeanRow.class);
  public static final Table<DoseResponseRow> DOSE_RESPONSES =
      new Table<>("dose_responses", DoseResponseRow.class);
  public static final Table<FailureClassRow> FAILURES =
      new Table<>("failure_classes", FailureClassRow.class);
  public static final Table<FailedRolloutRow> FAILED =
      new Table<>("failed_rollouts", FailedRolloutRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL =
      List.of(
          SIMULATED_POSTS,
          SIMULATED_SCORES,
          SIMULATED_RECOVERIES,
          POSTS,
          COUNTS,
          AGREEMENTS,
          MIXTURES,
          MIXTURE_POSTS,
          DOSE_MEANS,
          DOSE_RESPONSES,
          FAILED,
          FAILURES);

  private JunkTables() {}
}
