package org.galton.task.judge;

import java.util.List;
import org.galton.task.IndexedStream;

/** Random texts made of what trips a parser. */
final class Garbage {
  private static final List<String> PIECES =
      List.of(
          "answer=",
          "answer",
          "=",
          "7",
          "25",
          "0",
          "-",
          "+",
          "*",
          "/",
          "(",
          ")",
          " ",
          "\n",
          "\t",
          ".",
          ",",
          ",000",
          "e9",
          "e999",
          "−",
          "\u0000",
          "\uD83C",
          "😀",
          "٣",
          "\\boxed{",
          "}",
          "x");

  private Garbage() {}

  static String draw(long seed) {
    IndexedStream draws = new IndexedStream(seed, "garbage");
    StringBuilder text = new StringBuilder();
    for (int left = draws.below(draws.below(10) == 0 ? 3_000 : 30); left > 0; left--) {
      String piece = draws.oneOf(PIECES);
      text.append(draws.below(20) == 0 ? piece.repeat(300) : piece);
    }
    return text.toString();
  }
}
