package org.galton.statistics.mass;

import java.util.List;
import java.util.Optional;
import org.galton.statistics.Ballot;

/**
 * What a prompt's rollouts left undrawn, from the answers alone (Good and Turing).
 *
 * <pre>  mass ~ f_1 / N,   U2 at N-2 draws = E[f_2] / C(N, 2)</pre>
 *
 * <p>f_1 and f_2 are the numbers of distinct answers seen once and twice in N draws. The mass is
 * the one after N-1 draws without bias, and after N with a bias of order 1/N; one prompt's figure
 * is noisy, average over prompts. Empty below two rollouts. Cost: one pass over the distinct
 * answers.
 *
 * <p>Good, The population frequencies of species, Biometrika 40, 1953.
 *
 * @param mass undrawn probability
 * @param squares sum of squared probabilities of undrawn answers, two draws earlier
 */
public record UndrawnEstimate(double mass, double squares) {

  /** Of right answers: the correct mass that was never drawn. */
  public static Optional<UndrawnEstimate> ofCorrect(Ballot prompt) {
    return of(prompt.correct(), prompt.rollouts());
  }

  /** Of wrong answers. */
  public static Optional<UndrawnEstimate> ofWrong(Ballot prompt) {
    return of(prompt.wrong(), prompt.rollouts());
  }

  private static Optional<UndrawnEstimate> of(List<Integer> votes, int rollouts) {
    if (rollouts < 2) {
      return Optional.empty();
    }
    double pairs = rollouts * (rollouts - 1.0) / 2;
    return Optional.of(new UndrawnEstimate(seen(1, votes) / rollouts, seen(2, votes) / pairs));
  }

  private static double seen(int times, List<Integer> votes) {
    return votes.stream().filter(count -> count == times).count();
  }
}
