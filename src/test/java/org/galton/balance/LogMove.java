package org.galton.balance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A move with the logarithm of its probability, which may be less than any double's. */
public record LogMove(int source, int target, double log) {

  public static MoveKernel kernel(int states, List<LogMove> moves) {
    List<LogMove> sorted =
        moves.stream()
            .sorted(Comparator.comparingInt(LogMove::source).thenComparingInt(LogMove::target))
            .toList();
    return new MoveKernel(
        IntStream.range(0, states).mapToObj(WorkedExamples::name).toList(),
        sorted.stream().mapToInt(LogMove::source).toArray(),
        sorted.stream().mapToInt(LogMove::target).toArray(),
        sorted.stream().mapToDouble(move -> Math.exp(move.log())).toArray(),
        sorted.stream().mapToDouble(LogMove::log).toArray());
  }
}
