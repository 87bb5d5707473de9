package org.galton.task.judge.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the text: no exception, an end, and the same verdict everywhere. */
@Tag("slow")
class MathFuzzTest {
  private static final long SEED = 20_240_611;

  /**
   * Twenty times the 50 ms that an answer may take, for the best of some runs on a busy machine.
   */
  private static final double MOST_SECONDS = 1.0;

  private static final List<String> SEEDS =
      List.of(
          "\\frac{3}{4}",
          "-2\\frac12",
          "4{,}096",
          "2.75 \\times 10^6",
          "0.\\overline{142857}",
          "3\\sqrt{2}",
          "\\sqrt[3]{x^2+1}",
          "\\log_3 5",
          "1-2i",
          "8^{8^{8}}",
          "\\binom{10}{3}",
          "24\\text{ cm}^2",
          "\\$5.50",
          "24\\%",
          "7:45 \\text{ a.m.}",
          "9:4",
          "\\{1,4\\}",
          "[1,4)",
          "(-\\infty,0)\\cup(2,\\infty)",
          "x<0 \\text{ or } x>2",
          "2\\pm\\sqrt5",
          "x+2y=8",
          "(a-b)^2",
          "\\cos 2t",
          "3^{n+1}",
          "|x-|y||",
          "132_4",
          "\\begin{pmatrix}0&2\\\\1&3\\end{pmatrix}",
          "\\text{Thursday}",
          "x_1=3, x_2=8",
          "\\{x \\mid x > 2\\}",
          "f(x+1)",
          "twenty-one",
          "5 m/s^2",
          "1 000 000",
          "٧٣",
          "¾",
          "√18",
          "10⁻³",
          "90^\\circ",
          "\\lfloor 5.5 \\rfloor",
          "e^{i\\pi}",
          "6!",
          "\\sin^{-1} x");

  private static final String PIECES = "{}()[]|^_\\$%!,.;:=<>+-*/ 0123456789xyeiπ√½²∞\u0000\uD835";

  @Test
  void mutatedTextsAreReadAndCompared() {
    Random random = new Random(SEED);
    Runnable warm = () -> new JudgedPair("3\\sqrt{2}", "\\sin x").isRight();
    warm.run();
    for (int trial = 0; trial < 10_000; trial++) {
      String reference = mutated(random);
      String answer = random.nextInt(4) == 0 ? reference : mutated(random);
      String message = "seed " + SEED + " trial " + trial + ": " + reference + " | " + answer;
      try {
        new JudgedPair(reference, answer).isRight();
        assertThat(new JudgedPair(reference, reference).isRight() || isEmptyText(reference))
            .as(message)
            .isTrue();
        MathReader.whole(answer, MathNotation.ofReferences()).ifPresent(MathAnswer::normalForm);
        prefixEnds(answer, message);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(message, e);
      }
    }
  }

  private static boolean isEmptyText(String text) {
    return MathReader.whole(text, MathNotation.ofReferences()).isEmpty();
  }

  private static void prefixEnds(String text, String message) {
    Optional<MathPrefix> prefix = MathReader.prefix(text, MathNotation.ofReferences());
    prefix.ifPresent(p -> assertThat(p.end()).as(message).isBetween(1, text.length()));
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    int changes = random.nextInt(6);
    for (int i = 0; i < changes && text.length() > 0; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, SEEDS.get(random.nextInt(SEEDS.size())));
        default -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
      }
    }
    return text.toString();
  }

  @Test
  void monstersEndAtOnce() {
    List<String> monsters =
        List.of(
            "9^{9^{9}}",
            "\\binom{10^9}{5\\cdot10^8}",
            "1000000!",
            "{".repeat(100_000),
            "(".repeat(4000),
            "{".repeat(2000) + "1" + "}".repeat(2000),
            "9".repeat(4096),
            "9".repeat(256),
            "1,".repeat(2000) + "1",
            "1+".repeat(2000) + "1",
            "1+".repeat(250) + "1",
            "\\sqrt{".repeat(60) + "2" + "}".repeat(60),
            "\\sin ".repeat(400) + "x",
            "\\sin(".repeat(60) + "x" + ")".repeat(60),
            "1000!+".repeat(160) + "1",
            "\\sqrt{1000!+1}+".repeat(100) + "1",
            "x^{1000000}+y^{1000000}",
            "(x+1)^{1000}",
            "(a+b+c+d+e+f+g+h)^{60}",
            "\\sin x+".repeat(150) + "1",
            "\\sin 2+".repeat(150) + "\\sqrt3",
            "2^{2^{2^{2^{2^{2}}}}}",
            "(1+10^{-1000})^{10^{1000}}",
            "1/3^{2500}+".repeat(120) + "1",
            "1e999+1e-999",
            "1e99999",
            "-".repeat(4000) + "1",
            "|".repeat(4000),
            "x".repeat(4000),
            "1 000 ".repeat(600),
            "1,000".repeat(600),
            "\\frac".repeat(800),
            "2\\frac{".repeat(300) + "1}{2}",
            "e^{".repeat(60) + "x" + "}".repeat(60),
            "\\{" + "\\sqrt2,".repeat(200) + "\\sqrt3\\}",
            "\\{" + "x,".repeat(200) + "y\\}",
            "\\{" + "999!,".repeat(100) + "1\\}",
            "\\ln(".repeat(50) + "10^{100000}" + ")".repeat(50),
            "\\cos(10^{39}+x)",
            "x!".repeat(200),
            "5 m".repeat(500));
    for (String monster : monsters) {
      double best = Double.POSITIVE_INFINITY;
      for (int run = 0; run < 4 && best > MOST_SECONDS / 20; run++) {
        long began = System.nanoTime();
        new JudgedPair(monster, monster).isRight();
        new JudgedPair("9^{9^{9}}", monster).isRight();
        new JudgedPair(monster, monster + "+1").isRight();
        MathReader.whole(monster, MathNotation.ofReferences()).ifPresent(MathAnswer::normalForm);
        MathReader.prefix(monster, MathNotation.ofReferences());
        best = Math.min(best, (System.nanoTime() - began) / 1e9);
      }
      String head = monster.substring(0, Math.min(60, monster.length()));
      if (Boolean.getBoolean("monsters")) {
        System.out.printf(Locale.ROOT, "%.1f ms %s%n", best * 1000, head);
      }
      assertThat(best).as(head).isLessThan(MOST_SECONDS);
    }
  }
}
