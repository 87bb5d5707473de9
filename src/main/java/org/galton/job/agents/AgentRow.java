package org.galton.job.agents;

import java.util.List;
import org.galton.job.input.GivenRow;
import org.galton.spec.InvalidInput;

/**
 * A row of anyone's table of rollouts: {@code model}, {@code problem}, {@code success}, and where
 * there are any {@code scaffold}, {@code task}, {@code status}.
 */
public final class AgentRow {
  /** Columns that the table must have. */
  public static final List<String> REQUIRED = List.of("model", "problem", "success");

  /** Columns that it may have. */
  public static final List<String> OPTIONAL = List.of("scaffold", "task", "status");

  /** Beyond it a sum of many would not be finite. */
  private static final double MOST = 1e15;

  private final GivenRow row;

  private AgentRow(GivenRow row) {
    this.row = row;
  }

  /**
   * @throws InvalidInput when model or problem is empty
   */
  public static AgentRow of(GivenRow given) {
    GivenRow row =
        given.at(
            () -> "model '%s', problem '%s'".formatted(given.text("model"), given.text("problem")));
    for (String column : List.of("model", "problem")) {
      if (row.text(column).isEmpty()) {
        throw row.wrong(column, "a name");
      }
    }
    return new AgentRow(row);
  }

  /** The row, whose problems name model and problem. */
  public GivenRow given() {
    return row;
  }

  public Agent agent() {
    return new Agent(row.text("task"), row.text("model"), row.text("scaffold"));
  }

  public String problem() {
    return row.text("problem");
  }

  /**
   * Null where the rollout is excluded.
   *
   * @throws InvalidInput when status or success is something else
   */
  public Boolean success() {
    return switch (status()) {
      case SCORED -> row.truth("success");
      case FORMAT_ERROR -> false;
      case EXCLUDED_INFRASTRUCTURE, EXCLUDED_TIMEOUT -> null;
    };
  }

  /**
   * @throws InvalidInput when it is none
   */
  public AgentStatus status() {
    String key = row.text("status");
    return key.isEmpty()
        ? AgentStatus.SCORED
        : AgentStatus.of(key)
            .orElseThrow(
                () ->
                    row.wrong(
                        "status",
                        "scored, format_error, excluded_infrastructure or excluded_timeout"));
  }

  /**
   * Null where there is nothing.
   *
   * @throws InvalidInput when it is no number, below 0 or above 1e15
   */
  public Double amount(String column) {
    if (row.text(column).isEmpty()) {
      return null;
    }
    String expected = "a number from 0 to 1e15";
    double found = row.finite(column, expected);
    if (found < 0 || found > MOST) {
      throw row.wrong(column, expected);
    }
    return found;
  }
}
