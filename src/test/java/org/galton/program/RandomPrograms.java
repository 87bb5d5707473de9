package org.galton.program;

import java.util.List;
import java.util.Random;

/** Short programs whose values are mostly of fitting types. */
final class RandomPrograms {
  private final Random random;

  RandomPrograms(Random random) {
    this.random = random;
  }

  String program() {
    StringBuilder text = new StringBuilder();
    text.append("a = ").append(number(2)).append("\nb = ").append(number(2));
    text.append("\ns = ").append(text(2)).append("\nl = ").append(list(2)).append('\n');
    text.append("def f(x, y=2):\n    z = ").append(inFunction()).append("\n    return z\n");
    text.append("for i in ").append(pick(List.of("range(4)", "l[:]", "[1, 2]"))).append(":\n");
    text.append("    if ").append(truth(2)).append(":\n        ").append(change());
    text.append("\n    else:\n        ").append(change()).append('\n');
    text.append("print(a, b, repr(s), l, ").append(any(3)).append(", ").append(any(3));
    return text.append(")\n").toString();
  }

  private String change() {
    return switch (random.nextInt(8)) {
      case 0 -> "a += " + number(1);
      case 1 -> "b -= f(" + number(1) + ")";
      case 2 -> "s += str(" + any(1) + ")[:5]";
      case 3 -> "l.append(" + number(1) + ")";
      case 4 -> "l[" + number(1) + " % 3] = " + number(1);
      case 5 -> "a, b = b, " + number(1);
      case 6 -> "l.sort(reverse=" + truth(1) + ")";
      default -> "l = " + list(1) + " or [1, 2, 3]";
    };
  }

  private String inFunction() {
    return switch (random.nextInt(4)) {
      case 0 -> "x * y + 1";
      case 1 -> "x if x > y else y - x";
      case 2 -> "sum(q // y for q in [x, y, 3])";
      default -> "len(str(x)) + y";
    };
  }

  private String any(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> number(depth);
      case 1 -> text(depth);
      case 2 -> list(depth);
      case 3 -> truth(depth);
      default -> "{" + number(1) + ": " + text(1) + ", " + text(1) + ": " + list(1) + "}";
    };
  }

  private String number(int depth) {
    if (depth == 0) {
      return pick(List.of("0", "1", "2", "3", "-4", "7", "10", "True", "100"));
    }
    int d = depth - 1;
    return switch (random.nextInt(14)) {
      case 0 -> number(d) + " + " + number(d);
      case 1 -> number(d) + " - " + number(d);
      case 2 -> "(" + number(d) + ") * (" + number(d) + ")";
      case 3 -> "(" + number(d) + ") // (" + number(d) + ")";
      case 4 -> "(" + number(d) + ") % (" + number(d) + ")";
      case 5 -> "len(" + (random.nextBoolean() ? text(d) : list(d)) + ")";
      case 6 -> "-(" + number(d) + ")";
      case 7 -> "sum(" + list(d) + ")";
      case 8 -> "(" + number(d) + " if " + truth(d) + " else " + number(d) + ")";
      case 9 -> "max(" + number(d) + ", " + number(d) + ")";
      case 10 -> list(d) + "[" + number(d) + "]";
      case 11 -> text(d) + ".find(" + text(d) + ")";
      case 12 -> "2 ** abs(" + number(d) + ")";
      default -> number(0);
    };
  }

  private String text(int depth) {
    if (depth == 0) {
      return pick(
          List.of("'a'", "\"it's\"", "'b\\n'", "''", "'x y z'", "'né€'", "'\uD83D\uDE00!'"));
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> "(" + text(d) + " + " + text(d) + ")";
      case 1 -> "str(" + any(d) + ")";
      case 2 -> text(d) + "[" + number(d) + ":" + number(d) + "]";
      case 3 -> text(d) + "[::" + number(d) + "]";
      case 4 -> "'-'.join(" + text(d) + ")";
      case 5 -> text(d) + ".replace(" + text(d) + ", " + text(d) + ")";
      case 6 -> "(" + text(d) + " * (" + number(d) + " % 4))";
      case 7 -> "repr(" + any(d) + ")";
      default -> text(0);
    };
  }

  private String list(int depth) {
    if (depth == 0) {
      return pick(List.of("[1, 2, 3]", "[0]", "[]", "[5, -1, 5, 2]", "list(range(4))"));
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> "[" + number(d) + ", " + number(d) + "]";
      case 1 -> "sorted(" + list(d) + ", key=lambda v: v % 3)";
      case 2 -> "[v + " + number(d) + " for v in " + list(d) + " if v > " + number(d) + "]";
      case 3 -> "(" + list(d) + " + " + list(d) + ")";
      case 4 -> list(d) + "[" + number(d) + "::" + number(d) + "]";
      case 5 -> "list(reversed(" + list(d) + "))";
      case 6 -> "[u * v for u, v in zip(" + list(d) + ", " + list(d) + ")]";
      case 7 -> "[len(w) for w in " + text(d) + ".split(" + text(0) + ")]";
      default -> list(0);
    };
  }

  private String truth(int depth) {
    if (depth == 0) {
      return pick(List.of("True", "False", "1", "[]", "''"));
    }
    int d = depth - 1;
    return switch (random.nextInt(7)) {
      case 0 -> "(" + number(d) + " < " + number(d) + " <= " + number(d) + ")";
      case 1 -> "(" + any(d) + " == " + any(d) + ")";
      case 2 -> "(" + truth(d) + " and " + truth(d) + ")";
      case 3 -> "(not " + truth(d) + ")";
      case 4 -> "(" + number(d) + " in " + list(d) + ")";
      case 5 -> "(" + list(d) + " >= " + list(d) + ")";
      default -> "any(v > 1 for v in " + list(d) + ")";
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
