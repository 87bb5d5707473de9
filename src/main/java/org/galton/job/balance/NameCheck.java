package org.galton.job.balance;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.galton.job.input.Unnamed;

/** Counts rows that leave an experiment or a condition unnamed, and rows that use that name. */
final class NameCheck implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String input;
  private final Column experiment;
  private final Column condition;

  /** Counts may be too high where tasks are repeated, but never appear or vanish. */
  private record Column(String name, LongAccumulator unnamed, LongAccumulator named)
      implements Serializable {
    static Column of(String name, SparkContext spark) {
      return new Column(name, spark.longAccumulator(), spark.longAccumulator());
    }

    void pass(String cell) {
      if (cell.isEmpty()) {
        unnamed.add(1);
      } else if (cell.equals(Unnamed.SHOWN)) {
        named.add(1);
      }
    }

    boolean isMixed() {
      return unnamed.value() > 0 && named.value() > 0;
    }
  }

  NameCheck(String input, SparkContext spark) {
    this.input = input;
    this.experiment = Column.of("experiment", spark);
    this.condition = Column.of("condition", spark);
  }

  AgentKey agent(String experimentCell, String conditionCell) {
    experiment.pass(experimentCell);
    condition.pass(conditionCell);
    return new AgentKey(experimentCell, conditionCell);
  }

  /**
   * Once all rows were read.
   *
   * @throws org.galton.spec.InvalidInput where two agents have become one
   */
  void check() {
    for (Column column : new Column[] {experiment, condition}) {
      if (column.isMixed()) {
        throw Unnamed.beside(input, column.name());
      }
    }
  }
}
