package org.galton.job;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.galton.statistics.Ballot;
import org.galton.statistics.BestOfK;
import org.galton.statistics.MajorityAtK;
import org.galton.statistics.MajorityCurve;
import org.galton.statistics.MajorityVote;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Ranking;
import org.galton.statistics.SemanticEntropy;
import org.galton.statistics.Ties;
import org.galton.statistics.UndrawnEstimate;

/**
 * Computes what needs a prompt's answers or scores where the prompt was counted, so that only
 * figures travel.
 *
 * @param ks in ascending order
 */
record FigureMaker(int[] ks, Ties ties) implements Serializable {

  PromptFigures figures(PromptKey key, RolloutCounts counts) {
    Ballot ballot = counts.ballot();
    int answered = ballot.rollouts() - ballot.empty();
    return new PromptFigures(
        key.model().toString(),
        key.prompt().toString(),
        counts.cluster(),
        counts.tally().rollouts(),
        counts.tally().correct(),
        counts.unparsed(),
        counts.finished(),
        counts.truncated(),
        ballot.correct().size() + ballot.wrong().size(),
        answered == 0 ? null : (Double) ((double) most(ballot) / answered),
        orNull(SemanticEntropy.withDefaults().of(ballot)),
        orNull(new MajorityVote(ties).value(ballot)),
        UndrawnEstimate.ofCorrect(ballot).map(UndrawnEstimate::mass).orElse(null),
        counts.tokens().tokens(),
        counts.tokens().perRollout(),
        counts.tokens().entropy(),
        !counts.scores().isEmpty(),
        majority(ballot),
        best(counts));
  }

  private Double[] majority(Ballot ballot) {
    List<Integer> reached =
        Arrays.stream(ks).filter(k -> k <= MajorityAtK.LARGEST_K).boxed().toList();
    Double[] values = new Double[ks.length];
    List<OptionalDouble> found = MajorityCurve.of(reached).with(ties).values(ballot);
    for (int i = 0; i < found.size(); i++) {
      values[i] = orNull(found.get(i));
    }
    return values;
  }

  private Double[] best(RolloutCounts counts) {
    Ranking ranking = counts.scores().ranking(counts.tally());
    return values(BestOfK::new, ranking, ranking.tally().rollouts());
  }

  private <T> Double[] values(IntFunction<PromptMetric<T>> metric, T prompt, int most) {
    Double[] values = new Double[ks.length];
    for (int i = 0; i < ks.length && ks[i] <= most; i++) {
      values[i] = orNull(metric.apply(ks[i]).value(prompt));
    }
    return values;
  }

  private static int most(Ballot ballot) {
    return Stream.concat(ballot.correct().stream(), ballot.wrong().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
