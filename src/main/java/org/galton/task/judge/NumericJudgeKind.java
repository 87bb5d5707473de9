package org.galton.task.judge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;

/** The keys of a {@link NumericJudge}. */
public final class NumericJudgeKind implements JudgeKind<NumericJudge> {
  private static final ValueType<BigDecimal> TOLERANCE =
      new ValueType<>(
          "a decimal number such as 0.01", BigDecimal.ZERO, List.of(), NumericJudgeKind::decimal);

  @Override
  public String name() {
    return "numeric";
  }

  @Override
  public Class<NumericJudge> type() {
    return NumericJudge.class;
  }

  @Override
  public NumericJudge read(Section section) {
    String marker = section.value("marker", ValueType.anyText(), "");
    return new NumericJudge(marker, section.value("tolerance", TOLERANCE, BigDecimal.ZERO));
  }

  @Override
  public Map<String, Object> written(NumericJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("marker", judge.marker());
    keys.put("tolerance", judge.tolerance().toPlainString());
    return keys;
  }

  /** No exponent: it would let a few letters stand for a number of any length. */
  private static Optional<BigDecimal> decimal(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,20}(\\.[0-9]{1,20})?"))
        .map(BigDecimal::new);
  }
}
