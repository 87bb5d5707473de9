package org.galton.task.judge.math.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.junit.jupiter.api.Test;

/** Against Dfp of Commons Math, which is another program with its own series. */
class RealFunctionsTest {
  private static final int DIGITS = 50;
  private static final int AGREED_DIGITS = 44;
  private static final long SEED = 5;
  private static final DfpField FIELD = new DfpField(60);
  private static final RealFunctions FUNCTIONS = new RealFunctions(DIGITS);

  private static void agree(
      UnaryOperator<BigDecimal> ours, UnaryOperator<Dfp> theirs, double least, double most) {
    Random random = new Random(SEED);
    for (int i = 0; i < 20; i++) {
      BigDecimal x = new BigDecimal(least + (most - least) * random.nextDouble());
      BigDecimal expected = new BigDecimal(theirs.apply(FIELD.newDfp(x.toString())).toString());
      BigDecimal difference = ours.apply(x).subtract(expected).abs();
      BigDecimal size = expected.abs().max(new BigDecimal("1e-3"));
      assertThat(difference.divide(size, MathContext.DECIMAL64))
          .as("seed " + SEED + ", x = " + x)
          .isLessThan(BigDecimal.ONE.scaleByPowerOfTen(-AGREED_DIGITS));
    }
  }

  /**
   * Of Dfp: its own arctangent is wrong from the fortieth digit on, so it is no measure of ours.
   */
  private static BigDecimal tangent(BigDecimal x) {
    Dfp angle = FIELD.newDfp(x.toString());
    return new BigDecimal(DfpMath.sin(angle).divide(DfpMath.cos(angle)).toString());
  }

  @Test
  void agreesWithDfp() {
    agree(FUNCTIONS::exp, DfpMath::exp, -30, 30);
    agree(FUNCTIONS::ln, DfpMath::log, 1e-6, 1e6);
    agree(FUNCTIONS::sin, DfpMath::sin, -20, 20);
    agree(FUNCTIONS::cos, DfpMath::cos, -20, 20);
    agree(x -> FUNCTIONS.atan(tangent(x)), x -> x, -1.5, 1.5);
    agree(FUNCTIONS::sqrt, Dfp::sqrt, 0, 1000);
  }

  @Test
  void twoHundredDigitsOfTheCircleNumber() {
    assertThat(new RealFunctions(220).pi().toString())
        .startsWith(
            "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899"
                + "862803482534211706798214808651328230664709384460955058223172535940812848111745028"
                + "41027019385211055596446229489549303819");
  }
}
