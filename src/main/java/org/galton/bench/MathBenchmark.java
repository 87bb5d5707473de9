package org.galton.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.galton.task.judge.math.MathAnswer;
import org.galton.task.judge.math.MathEquality;
import org.galton.task.judge.math.MathNotation;
import org.galton.task.judge.math.MathReader;
import org.galton.task.judge.math.MathRules;

/**
 * Times on one thread how answers are read and compared with references, by kind of answer. A first
 * pass warms up and does not count.
 *
 * @param answers of each kind
 */
public record MathBenchmark(int answers) {
  private static final int WARM_UP = 20_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Pairs of a reference and an answer, half of them equal. */
  private enum Kind {
    NUMBERS("4096|4{,}096", "\\frac34|0.75", "-6|6", "2\\frac13|\\frac73", "24|24\\text{ cm}"),
    COLLECTIONS("3,8|8, 3", "(1,4)|(4,1)", "\\{1,2,3\\}|\\{3,2,1\\}", "[1,4)|1<x<4"),
    CONSTANTS("3\\sqrt2|\\sqrt{18}", "\\frac{3\\pi}{4}|2.35619", "\\log_3 5|\\log_5 3"),
    POLYNOMIALS("(a-b)^2|a^2-2ab+b^2", "\\frac1x+\\frac1y|\\frac{x+y}{xy}", "x^4|4x"),
    FUNCTIONS("\\cos 2t|1-2\\sin^2 t", "3^{n+1}|3\\cdot3^n", "\\sqrt{x^2}|x");

    private final List<String[]> pairs = new ArrayList<>();

    Kind(String... pairs) {
      Arrays.stream(pairs).forEach(pair -> this.pairs.add(pair.split("\\|")));
    }
  }

  /**
   * What was measured.
   *
   * @param right answers that were equal to their reference
   * @param seconds processor time of the thread: a busy machine stretches only the wall time
   * @param slowest milliseconds of wall time of the slowest answer
   */
  public record Row(String kind, int answers, int right, double seconds, double slowest) {
    public double perSecond() {
      return answers / seconds;
    }
  }

  public MathBenchmark {
    if (answers < 1) {
      throw new IllegalArgumentException(
          "Invalid benchmark of " + answers + " answers: expected 1 or more");
    }
  }

  public List<Row> run() {
    List<Row> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      row(kind, Math.min(answers, WARM_UP));
      rows.add(row(kind, answers));
    }
    return rows;
  }

  /** Rates of all kinds against that of the first, numbers. */
  public static List<Ratio> ratios(List<Row> rows) {
    Row first = rows.get(0);
    return rows.stream()
        .skip(1)
        .map(
            row ->
                Ratio.higherIsBetter(
                    row.kind() + " a CPU second",
                    first.kind(),
                    row.perSecond() / first.perSecond()))
        .toList();
  }

  private static Row row(Kind kind, int number) {
    int right = 0;
    long slowest = 0;
    long cpuBegan = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < number; i++) {
      long began = System.nanoTime();
      right += isRight(kind.pairs.get(i % kind.pairs.size())) ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    return new Row(
        kind.name().toLowerCase(Locale.ROOT),
        number,
        right,
        (THREADS.getCurrentThreadCpuTime() - cpuBegan) / 1e9,
        slowest / 1e6);
  }

  /** Reads both texts anew, as for a prompt of its own. */
  private static boolean isRight(String[] pair) {
    MathNotation notation = MathNotation.ofReferences();
    MathAnswer reference = MathReader.whole(pair[0], notation).orElseThrow();
    return MathReader.whole(pair[1], notation.forAnswersTo(reference))
        .map(answer -> MathEquality.decide(reference, answer, MathRules.withDefaults()).equal())
        .orElse(false);
  }
}
