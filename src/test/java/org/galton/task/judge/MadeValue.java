package org.galton.task.judge;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A reference and ways to write it, and ways to write another value.
 *
 * @param right the same value
 * @param wrong other values, most of them near or part of the reference
 */
record MadeValue(String reference, List<String> right, List<String> wrong) {

  static MadeValue draw(MadeCompletion.Kind kind, Random random) {
    return switch (kind) {
      case NUMBER -> number(1_000 + random.nextInt(900_000));
      case FRACTION -> fraction(2 + random.nextInt(8), 11 + random.nextInt(38));
      case LIST -> list(2 + random.nextInt(40), 50 + random.nextInt(40));
      case EXPRESSION -> expression(2 + random.nextInt(7), 2 + random.nextInt(7));
    };
  }

  private static MadeValue number(int n) {
    String grouped = String.format(Locale.ROOT, "%,d", n);
    return new MadeValue(
        String.valueOf(n),
        List.of(
            String.valueOf(n),
            grouped,
            grouped.replace(",", "{,}"),
            grouped.replace(",", "\\,"),
            n + ".0",
            n + " apples",
            n + "\\text{ m}",
            "\\frac{" + 2L * n + "}{2}",
            (n - 7) + " + 7",
            "x = " + n),
        List.of(
            String.valueOf(n + 1),
            "-" + n,
            grouped + "0",
            "\\frac{1}{" + n + "}",
            "\\frac{" + n + "}{3}",
            "2^{" + n + "}",
            n + " + 7",
            "3 \\cdot " + n,
            (n - 5) + "-" + n,
            n + ", " + (n + 3),
            "x > " + n,
            "\\sqrt{" + n + "}",
            n + " of " + 2 * n));
  }

  private static MadeValue fraction(int above, int below) {
    int divisor = BigInteger.valueOf(above).gcd(BigInteger.valueOf(below)).intValue();
    int a = above / divisor;
    int b = below / divisor;
    return new MadeValue(
        a + "/" + b,
        List.of(
            a + "/" + b,
            "\\frac{" + a + "}{" + b + "}",
            "\\dfrac{" + 3 * a + "}{" + 3 * b + "}",
            3 * a + "/" + 3 * b,
            "1 - \\frac{" + (b - a) + "}{" + b + "}",
            String.format(Locale.ROOT, "%.9f", (double) a / b)),
        List.of(
            b + "/" + (a == 1 ? 3 : a),
            String.valueOf(a + b),
            String.valueOf(b),
            "\\frac{" + (a + 1) + "}{" + b + "}",
            "-\\frac{" + a + "}{" + b + "}",
            String.format(Locale.ROOT, "%.2f", (double) a / b + 0.02),
            "\\frac{x}{" + b + "}",
            a + ":" + b));
  }

  private static MadeValue list(int first, int second) {
    return new MadeValue(
        first + ", " + second,
        List.of(
            second + ", " + first,
            "\\{" + first + ", " + second + "\\}",
            first + " and " + second,
            "x = " + first + " or x = " + second),
        List.of(
            String.valueOf(first),
            String.valueOf(second),
            first + ", " + (second + 1),
            first + ", " + second + ", 0",
            first + "" + second,
            "-" + first + ", " + second));
  }

  private static MadeValue expression(int a, int b) {
    return new MadeValue(
        "(x+%d)(x-%d)".formatted(a, b),
        List.of(
            "(x-%d)(x+%d)".formatted(b, a),
            "x^2 + (%d)x - %d".formatted(a - b, a * b),
            "x(x+%d) - %d(x+%d)".formatted(a, b, a),
            "(x + %d) \\cdot (x - %d)".formatted(a, b)),
        List.of(
            "(x-%d)(x+%d)".formatted(a, b + (a == b ? 1 : 0)),
            "x^2 + %dx - %d".formatted(a + b, a * b),
            "x^2 - %d".formatted(a * b + 1),
            "(y+%d)(y-%d)".formatted(a, b),
            String.valueOf(a * b),
            "x = " + b));
  }
}
