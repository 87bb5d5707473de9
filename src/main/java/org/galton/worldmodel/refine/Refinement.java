package org.galton.worldmodel.refine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;

/**
 * Refines a program by Thompson sampling until it passes all tests, as published for REx (Tang and
 * others, 2024) and used for code world models (arXiv 2510.04542).
 *
 * <p>All programs are kept. Each has a belief about how much refining it would bring,
 *
 * <pre>  theta ~ Beta(1 + C h, 1 + C (1 - h) + failed)</pre>
 *
 * with h its share of passed tests, C = {@link #HEURISTIC_WEIGHT} and {@code failed} the
 * refinements of it that did not reach 1. The largest draw is refined next, the first of equals.
 */
public final class Refinement {
  /** C. */
  public static final double HEURISTIC_WEIGHT = 5;

  /** A program in the course of a refinement. */
  private static final class Candidate {
    private final String text;
    private final Assessment assessment;
    private int failed;

    Candidate(String text, Assessment assessment) {
      this.text = text;
      this.assessment = assessment;
    }
  }

  /**
   * What a refinement led to.
   *
   * @param program the best, the first of equals
   * @param calls of the author
   * @param best share of passed tests of the best program after each call
   */
  public record Result(String program, Assessment assessment, int calls, List<Double> best) {
    public Result {
      best = List.copyOf(best);
    }
  }

  private Refinement() {}

  /** E(theta). */
  public static double meanBelief(double accuracy, int failed) {
    return (1 + HEURISTIC_WEIGHT * accuracy) / (2 + HEURISTIC_WEIGHT + failed);
  }

  /**
   * @param subject names the random numbers
   * @param budget calls of the author at most
   */
  public static <P> Result run(
      String subject, Author author, Suite<P> suite, int budget, long seed) {
    Expect.positive(budget, "budget");
    PortableStream random = PortableStream.of(seed, subject, "thompson", 0);
    List<Candidate> all = new ArrayList<>();
    List<Double> course = new ArrayList<>();
    Candidate best = null;
    for (int call = 0; call < budget && (best == null || !isPerfect(best)); call++) {
      Candidate from = all.isEmpty() ? null : chosen(all, random);
      String text =
          from == null
              ? author.write(Optional.empty(), Optional.empty(), call)
              : author.write(Optional.of(from.text), from.assessment.firstFailure(), call);
      Candidate next = new Candidate(text, Assessment.of(suite, text));
      all.add(next);
      if (from != null && !isPerfect(next)) {
        from.failed++;
      }
      if (best == null || next.assessment.accuracy() > best.assessment.accuracy()) {
        best = next;
      }
      course.add(best.assessment.accuracy());
    }
    return new Result(best.text, best.assessment, course.size(), course);
  }

  private static boolean isPerfect(Candidate candidate) {
    return candidate.assessment.passed() == candidate.assessment.tests();
  }

  private static Candidate chosen(List<Candidate> all, PortableStream random) {
    Candidate chosen = all.get(0);
    double most = -1;
    for (Candidate candidate : all) {
      double h = candidate.assessment.accuracy();
      double theta =
          new BetaDistribution(
                  null, 1 + HEURISTIC_WEIGHT * h, 1 + HEURISTIC_WEIGHT * (1 - h) + candidate.failed)
              .inverseCumulativeProbability(random.unit());
      if (theta > most) {
        chosen = candidate;
        most = theta;
      }
    }
    return chosen;
  }
}
