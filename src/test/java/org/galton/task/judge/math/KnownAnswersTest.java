package org.galton.task.judge.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers whose verdict is known. A line is {@code reference => right ¦ right // wrong ¦ wrong}; a
 * wrong one may also be no mathematics.
 */
class KnownAnswersTest {
  private static final String NUMBERS =
      """
      4096 => 4,096 ¦ 4{,}096 ¦ 4\\,096 ¦ 4,\\!096 ¦ 4 096 ¦ 4'096 ¦ 4096.00 ¦ 2^{12} ¦ 64^2 // 4 ¦ 096 ¦ 4.096 ¦ 2^{10} ¦ 12
      0.75 => .75 ¦ 0,75 ¦ \\frac34 ¦ 3/4 ¦ \\dfrac{6}{8} ¦ 75\\% ¦ ¾ // 75 ¦ 4 ¦ 3 ¦ \\frac43 ¦ .7
      -6 => −6 ¦ –6 ¦ -6.0 ¦ -\\frac{12}{2} ¦ \\frac{12}{-2} // 6 ¦ - -6
      73 => 073 ¦ ７３ ¦ ٧٣ // 730 ¦ 7 3
      2750000 => 27,50,000 ¦ 2.75 \\times 10^6 ¦ 2.75e6 ¦ 275\\cdot10^{4} ¦ 2.75 million ¦ 2.75x10^6 ¦ 275·10⁴ // 2.75 ¦ 6 ¦ 2.75 \\times 10^5 ¦ 2750
      \\frac{11}{4} => 2\\frac34 ¦ 2.75 ¦ 2 3/4 ¦ \\tfrac{22}{8} ¦ 2¾ // \\frac{23}{4} ¦ \\frac{6}{4} ¦ 2 ¦ \\frac{4}{11}
      -\\frac{5}{2} => -2\\frac12 ¦ \\frac{-5}{2} ¦ -2½ // -\\frac32 ¦ \\frac52
      1/7 => 0.142857 ¦ 0.1428571 ¦ 0.\\overline{142857} ¦ 0.(142857) // 0.14 ¦ 0.1429 ¦ 0.142859 ¦ 7
      1/9000000 => 1.11111e-7 // 0 ¦ 0.0000001
      0.1 => \\frac{1}{10} ¦ 10^{-1} // \\frac19 ¦ 0.111111
      1/3 => 0.333333 ¦ 0.3333333 // 0.33 ¦ 0.333334 ¦ 0.333 ¦ 1/2x
      32349 => 32,349 ¦ 32.349,00 // 32, 349 ¦ 32.349
      1234.5 => 1.234,50 ¦ 1,234.5 // 1.2345
      7 => seven ¦ 7th ¦ 7.0 ¦ x=7 ¦ 7=x ¦ \\{7\\} ¦ 7. ¦ $7$ ¦ \\text{7} // 7x ¦ 7, 8 ¦ 7,0 ¦ [7] ¦ 7+
      21 => twenty-one ¦ 21 apples ¦ 21\\text{ apples} // 21 is wrong ¦ 12-15 ¦ 21 + ¦ 21 or 22
      1000000 => 10^6 ¦ one million ¦ 1.000.000 ¦ 1_000_000 // 10^5
      0 => 0.0 ¦ 0/5 ¦ -0 // 1e-7 ¦ 0.0000001 ¦ \\emptyset
      5 => \\lfloor 5.5 \\rfloor ¦ |-5| ¦ \\sqrt{25} ¦ \\sqrt[3]{125} ¦ 25^{1/2} ¦ \\gcd(10,15) ¦ 2^2+1 // \\lceil 5.5\\rceil
      """;

  private static final String CONSTANTS =
      """
      3\\sqrt{2} => \\sqrt{18} ¦ 3\\sqrt2 ¦ 3√2 ¦ \\frac{6}{\\sqrt2} ¦ 4.24264 ¦ 18^{1/2} // 3 ¦ 2 ¦ 4.24 ¦ \\sqrt{6} ¦ 3\\sqrt[3]{2}
      \\sqrt{7+4\\sqrt3} => 2+\\sqrt3 // 2-\\sqrt3 ¦ \\sqrt7+2\\sqrt[4]{3}
      \\frac{3\\pi}{4} => .75\\pi ¦ 3\\pi/4 ¦ 2.35619 // .75 ¦ \\frac{3}{4} ¦ 2.36 ¦ 135^\\circ
      720 => 6! ¦ \\binom{10}{3}\\cdot 6 // 6 ¦ 6+!
      \\log_3 5 => \\frac{\\ln 5}{\\ln 3} // \\log_5 3 ¦ \\ln\\frac53
      1-2i => -2i+1 // 1+2i ¦ -1
      8^{8^{8}} => 8^{8^{8}} ¦ 2^{3\\cdot8^8} // 8^{8^{8^{8}}} ¦ 64^8 ¦ 0 ¦ 0.5 ¦ 2^{60}
      \\pi => 3.14159 ¦ 3.141592 ¦ 3.141593 ¦ π ¦ pi // 3.14 ¦ 22/7 ¦ 3.14160
      \\frac12 => \\sin 30^\\circ ¦ \\cos\\frac{\\pi}{3} ¦ \\sin^2 45^\\circ ¦ \\log_4 2 // \\sin 30 ¦ \\cos 30^\\circ
      e^2 => 7.38906 ¦ e \\cdot e ¦ \\exp(2) // 7.39 ¦ e^{-2} ¦ 2e
      2i => \\sqrt{-4} ¦ (1+i)^2 // 2 ¦ -2i
      -2 => \\sqrt[3]{-8} ¦ (-8)^{1/3} // \\sqrt{4}
      \\frac{\\pi}{4} => \\arctan 1 ¦ \\tan^{-1}(1) ¦ \\frac{1}{4}\\pi // \\frac{1}{\\tan 1} ¦ 45^\\circ
      2^{100} => 1267650600228229401496703205376 ¦ 4^{50} // 2^{99}
      \\infty => +\\infty ¦ ∞ ¦ infinity // -\\infty ¦ 1
      """;

  private static final String UNITS =
      """
      24 => 24\\text{ cm}^2 ¦ 24 m² ¦ $24.00 ¦ \\$24 ¦ 24^\\circ ¦ 24% ¦ 24m ¦ 24 dollars ¦ 24° // 2400 cents ¦ 0.24 ¦ 3 of 24 ¦ 24 + x ¦ 24x
      24\\% => 24\\% ¦ 24 percent ¦ 0.24 ¦ \\frac{6}{25} ¦ 24 // 2.4 ¦ 0.24\\% ¦ 2400\\%
      0.28 => 28% // 28 ¦ 2.8%
      24\\text{ kg} => 24 ¦ 24 \\mathrm{kg} ¦ 24000\\text{ g} ¦ 24 kilograms // 24 \\text{ g} ¦ 24\\text{ km}
      7:45 \\text{ a.m.} => 7:45\\text{ AM} ¦ 7:45 am // 7:45\\text{ PM} ¦ 7:54\\text{ AM}
      9:4 => 9:4 ¦ 18:8 // 4:9 ¦ 9
      \\$5 => 5 ¦ $5 ¦ 5 dollars ¦ 500 cents ¦ 5 USD // €5 ¦ 5 euros ¦ 5 cents
      90 => 90^\\circ ¦ 90 degrees ¦ 90° // \\frac{\\pi}{2}
      5 \\text{ m/s} => 18 km/h ¦ 5 m/s // 5 km/h ¦ 5 m/s^2
      3 \\text{ hours} => 180 minutes ¦ 3 h ¦ 3 // 3 minutes ¦ 3 days
      12\\text{ apples} => 12 ¦ 12 apples ¦ 12\\text{ apple} // 12 pears ¦ 12 kg
      2.5 \\text{ million} => 2500000 ¦ 2,500,000 // 2.5
      """;

  private static final String COLLECTIONS =
      """
      3,8 => 8, 3 ¦ \\{3,8\\} ¦ $x=3$ or $x=8$ ¦ x_1=3, x_2=8 ¦ 3 and 8 ¦ 3,8 // 3 ¦ 3,8,0 ¦ -3,8 ¦ 38 ¦ 3.8
      \\{1,4\\} => \\{4,1\\} ¦ \\{1,4,4\\} ¦ 1,4 // \\{1\\} ¦ [1,4] ¦ (1,4)
      (1,4) => (1,4) ¦ \\left(1,\\frac{8}{2}\\right) ¦ x=1, y=4 // (4,1) ¦ [1,4] ¦ 14 ¦ \\{1,4\\}
      [1,4) => [1,4) ¦ 1\\le x<4 ¦ x \\in [1,4) // (1,4] ¦ [1,4] ¦ 1<x<4 ¦ (x-1)(x-4)\\le0
      x<4 => 4>x ¦ (-\\infty,4) ¦ -x>-4 // x\\le4 ¦ x>4 ¦ 4 ¦ y<4
      (-\\infty,0)\\cup(2,\\infty) => (2,\\infty)\\cup(-\\infty,0) ¦ x<0 \\text{ or } x>2 // (0,2) ¦ [2,\\infty)\\cup(-\\infty,0] ¦ x<0 \\text{ and } x>2
      2\\pm\\sqrt5 => 2-\\sqrt5, 2+\\sqrt5 ¦ 2\\mp\\sqrt5 // 2+\\sqrt5 ¦ -2\\pm\\sqrt5
      \\emptyset => \\{\\} ¦ \\varnothing // 0 ¦ \\{0\\}
      \\mathbb{R}\\setminus\\{0\\} => x \\ne 0 ¦ (-\\infty,0)\\cup(0,\\infty) // \\mathbb{R} ¦ x=0
      \\pm 3 => 3, -3 ¦ x=\\pm3 ¦ \\{-3, 3\\} // 3 ¦ -3
      1,4,4 => 4,1,4 // 1,4 ¦ 1,1,4
      2,74 => 2, 74 ¦ 74,2 // 2.74 ¦ 274
      (1,2),(3,4) => (3,4),(1,2) // (1,2),(4,3) ¦ 1,2,3,4
      x=1,y=2 => (1,2) ¦ y=2, x=1 ¦ 1, 2 // 2, 1 ¦ x=2,y=1
      (1,2,3) => \\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix} ¦ \\langle 1,2,3\\rangle // (3,2,1) ¦ 1,2
      x \\in \\{1,2\\} => 1,2 ¦ \\{2,1\\} // 1.2 ¦ 1
      \\{x \\mid x > 2\\} => (2,\\infty) ¦ x>2 // [2,\\infty)
      """;

  private static final String EXPRESSIONS =
      """
      x=7 => 7 ¦ 7=x ¦ x = 14/2 = 7 // y=7 ¦ x=-7
      x+2y=8 => 2x+4y=16 ¦ x=8-2y // 8 ¦ x+2y ¦ x+2y=16
      (a-b)^2 => a^2-2ab+b^2 ¦ (b-a)^2 // a^2-b^2 ¦ (a+b)^2 ¦ (x-y)^2
      \\frac{1}{x}+\\frac{1}{y} => \\frac{x+y}{xy} // \\frac{2}{x+y} ¦ \\frac1{xy}
      \\cos 2t => 1-2\\sin^2 t ¦ 2\\cos^2(t)-1 // 2\\cos t ¦ \\cos^2 t
      3^{n+1} => 3\\cdot3^n // 3^n+1 ¦ 9^n ¦ n^3
      \\sqrt{x^2} => |x| // x ¦ -x
      8x => 2^3x // 2^{64}x ¦ 8x+2^{61}-1
      x^4 => (x^2)^2 // x^4+x(x-1)(x-2) ¦ 4x
      \\begin{pmatrix}0&2\\\\1&3\\end{pmatrix} => \\begin{bmatrix}0&2\\\\1&3\\end{bmatrix} ¦ [[0,2],[1,3]] // \\begin{pmatrix}0&1\\\\2&3\\end{pmatrix} ¦ -2
      132_4 => 132_{4} ¦ 132 // 132_5 ¦ 30
      \\text{Thursday} => Thursday ¦ thursday. // Friday ¦ not Thursday ¦ Thursday or Friday
      (C) => C ¦ \\text{(C)} // A ¦ c ¦ B
      y=x^2+1 => x^2+1 ¦ y = 1+x^2 // x^2 ¦ z = x^2+1 ¦ y=x^2
      x^2+1 => y=x^2+1 ¦ f(x)=1+x^2 // x^2+1=0
      e=\\frac12 => 1/2 ¦ e=0.5 // e
      \\ln x^2 => 2\\ln x // 2\\ln(x)+1
      \\frac{n(n-1)}{2} => \\binom{n}{2} // \\binom{n}{3}
      \\pi r^2 => r^2\\pi // 2\\pi r ¦ \\pi R^2
      113 => m+n=113 ¦ m+n = 100+13 = 113 // 2m+n=113
      f(x+1) => f(1+x) // f(x)+1 ¦ g(x+1)
      2\\sqrt{x} => \\sqrt{4x} // \\sqrt{2x}
      \\alpha+\\beta => β+α // α-β
      No => no ¦ no. // yes ¦ on
      """;

  static Stream<Arguments> right() {
    return pairs(0);
  }

  static Stream<Arguments> wrong() {
    return pairs(1);
  }

  private static Stream<Arguments> pairs(int side) {
    List<Arguments> pairs = new ArrayList<>();
    for (String table : List.of(NUMBERS, CONSTANTS, UNITS, COLLECTIONS, EXPRESSIONS)) {
      for (String line : table.lines().toList()) {
        String[] parts = line.split(" => ", -1);
        for (String answer : parts[1].split(" // ", -1)[side].split(" ¦ ", -1)) {
          pairs.add(Arguments.of(parts[0], answer));
        }
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("right")
  void rightAnswersAreRight(String reference, String answer) {
    MathDecision decision = new JudgedPair(reference, answer).decide(MathRules.withDefaults());
    assertThat(decision.equal()).as(decision.how()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongAnswersAreWrong(String reference, String answer) {
    MathDecision decision = new JudgedPair(reference, answer).decide(MathRules.withDefaults());
    assertThat(decision.equal()).as(decision.how()).isFalse();
  }
}
