package org.galton.study.emergence;

import java.util.Locale;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.WantedColumn;

/** A column of trajectories, in the order in which a row is read. */
enum TrajectoryColumn {
  EXPERIMENT,
  CONDITION,
  GROUP,
  ROUND,
  AGENT,
  VALUE,
  TARGET,
  SUCCESS,
  MACRO;

  static final String EXPECTED =
      "columns group, round, agent and value, and optionally experiment, condition, target, success"
          + " and macro; or in CSV and Parquet a file per group with columns round, agent_1, agent_2"
          + " and so on";

  /** What the column of an agent begins with, where each has one of its own. */
  static final String AGENT_PREFIX = "agent_";

  private final String title = name().toLowerCase(Locale.ROOT);

  /** As in a file's header. */
  String title() {
    return title;
  }

  WantedColumn inLongLayout() {
    return wanted(this == GROUP || this == ROUND || this == AGENT || this == VALUE);
  }

  WantedColumn inWideLayout() {
    return wanted(this == ROUND);
  }

  private WantedColumn wanted(boolean required) {
    return new WantedColumn(title, ColumnKind.TEXT, required);
  }
}
