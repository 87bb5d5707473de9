package org.galton.job.figure;

import static org.galton.numerics.Optionals.orNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.galton.statistics.Ballot;
import org.galton.statistics.mass.SemanticEntropy;
import org.galton.statistics.mass.UndrawnCorrectAtK;
import org.galton.statistics.mass.UndrawnEstimate;
import org.galton.statistics.rate.BestOfCurve;
import org.galton.statistics.rate.Ranking;
import org.galton.statistics.vote.MajorityCurve;
import org.galton.statistics.vote.MajoritySimulation;
import org.galton.statistics.vote.MajorityVote;
import org.galton.statistics.vote.Simulated;
import org.galton.statistics.vote.Ties;

/**
 * Computes what needs a prompt's answers or scores where the prompt was counted, so that only
 * figures travel.
 *
 * @param ks in ascending order
 */
public record FigureMaker(int[] ks, Ties ties, LargeVotes largeVotes) implements Serializable {
  private static final long SEED = 1;

  /** What becomes of maj@k for a k that the exact computation does not reach. */
  public enum LargeVotes {
    SIMULATED,
    SKIPPED
  }

  public PromptFigures figures(CountedPrompt counted) {
    Ballot ballot = counted.ballot();
    int answered = ballot.rollouts() - ballot.empty();
    Simulated[] majority = majority(ballot);
    return new PromptFigures(
        counted.tally().rollouts(),
        counted.tally().correct(),
        ballot.empty(),
        counted.finished(),
        counted.truncated(),
        counted.overruled(),
        counted.contradicted(),
        ballot.correct().size() + ballot.wrong().size(),
        answered == 0 ? null : (Double) ((double) most(ballot) / answered),
        orNull(SemanticEntropy.withDefaults().of(ballot)),
        orNull(new MajorityVote(ties).value(ballot)),
        UndrawnEstimate.ofCorrect(ballot).map(UndrawnEstimate::mass).orElse(null),
        UndrawnEstimate.ofCorrect(ballot).map(UndrawnEstimate::squares).orElse(null),
        UndrawnEstimate.ofWrong(ballot).map(UndrawnEstimate::mass).orElse(null),
        UndrawnEstimate.ofWrong(ballot).map(UndrawnEstimate::squares).orElse(null),
        counted.tokens().tokens(),
        counted.tokens().perRollout(),
        counted.tokens().entropy(),
        counted.ranking().isPresent(),
        parts(majority, Simulated::value),
        parts(majority, Simulated::standardError),
        undrawn(ballot),
        counted.ranking().map(this::best).orElse(ValuesByK.NONE));
  }

  private Simulated[] majority(Ballot ballot) {
    int rollouts = ballot.rollouts();
    Simulated[] majority =
        new Simulated[(int) Arrays.stream(ks).filter(k -> k <= rollouts).count()];
    List<Integer> exact =
        Arrays.stream(ks).filter(k -> k <= MajorityCurve.LARGEST_K).boxed().toList();
    List<OptionalDouble> found = MajorityCurve.of(exact).with(ties).values(ballot);
    for (int i = 0; i < majority.length; i++) {
      majority[i] =
          i < found.size()
              ? new Simulated(found.get(i).orElseThrow(), 0)
              : simulated(ks[i], ballot).orElse(null);
    }
    return majority;
  }

  private Optional<Simulated> simulated(int k, Ballot ballot) {
    if (ballot.empty() == ballot.rollouts()) {
      OptionalDouble unanswered = new MajorityVote(ties).value(ballot);
      return unanswered.isPresent()
          ? Optional.of(new Simulated(unanswered.getAsDouble(), 0))
          : Optional.empty();
    }
    return largeVotes == LargeVotes.SKIPPED
        ? Optional.empty()
        : MajoritySimulation.of(k, SEED).with(ties).value(ballot);
  }

  private static ValuesByK parts(Simulated[] simulated, ToDoubleFunction<Simulated> part) {
    return ValuesByK.ofNullable(
        Stream.of(simulated)
            .map(one -> one == null ? null : (Double) part.applyAsDouble(one))
            .toArray(Double[]::new));
  }

  private ValuesByK best(Ranking ranking) {
    return ValuesByK.of(new BestOfCurve(Arrays.stream(ks).boxed().toList()).values(ranking));
  }

  private ValuesByK undrawn(Ballot ballot) {
    int rollouts = ballot.rollouts();
    return ValuesByK.of(
        Arrays.stream(ks)
            .takeWhile(k -> k < rollouts)
            .mapToDouble(k -> new UndrawnCorrectAtK(k).value(ballot).orElseThrow())
            .toArray());
  }

  private static int most(Ballot ballot) {
    return Stream.concat(ballot.correct().stream(), ballot.wrong().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }
}
