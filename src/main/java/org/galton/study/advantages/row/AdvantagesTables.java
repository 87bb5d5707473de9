package org.galton.study.advantages.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of advantages of anyone's rollouts. */
public final class AdvantagesTables {
  public static final Table<AdvantageRow> ADVANTAGES =
      new Table<>("advantages", AdvantageRow.class);
  public static final Table<TokenCoefficientRow> COEFFICIENTS =
      new Table<>("token_coefficients", TokenCoefficientRow.class);
  public static final Table<AdvantageStepRow> STEPS =
      new Table<>("advantage_steps", AdvantageStepRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(ADVANTAGES, COEFFICIENTS, STEPS);

  private AdvantagesTables() {}
}
