package org.galton.job.draw;

import java.util.Locale;
import java.util.Optional;
import org.galton.model.search.SearchReport;
import org.galton.search.AdaptiveCounts;
import org.galton.search.AdaptiveSampler;
import org.galton.search.AdaptiveSampler.Arm;
import org.galton.search.AdaptiveSampler.Mode;
import org.galton.search.SearchSampler;
import org.jspecify.annotations.Nullable;

/** Columns of {@code searches} that only an {@link AdaptiveSampler} fills. */
record AdaptiveColumns(
    @Nullable Integer pilot,
    @Nullable Long pilotTokens,
    @Nullable Double spread,
    @Nullable Double threshold,
    String choice,
    @Nullable Integer votes,
    long explored,
    long undecided) {
  private static final String BOTH = "both";

  static Optional<AdaptiveColumns> of(SearchSampler sampler, SearchReport report) {
    return sampler instanceof AdaptiveSampler adaptive
        ? report.adaptive().map(counts -> of(adaptive, counts))
        : Optional.empty();
  }

  private static AdaptiveColumns of(AdaptiveSampler sampler, AdaptiveCounts counts) {
    boolean isPiloted = sampler.mode() == Mode.ADAPTIVE;
    return new AdaptiveColumns(
        isPiloted ? (Integer) sampler.pilot() : null,
        isPiloted ? (Long) counts.pilotTokens() : null,
        isPiloted ? (Double) (counts.spreads() / counts.answers()) : null,
        isPiloted ? (Double) sampler.spread() : null,
        choice(counts),
        counts.converged() == 1 && counts.explored() == 0 ? (Integer) (int) counts.votes() : null,
        counts.explored(),
        counts.undecided());
  }

  private static String choice(AdaptiveCounts counts) {
    if (counts.explored() > 0 && counts.converged() > 0) {
      return BOTH;
    }
    return (counts.explored() > 0 ? Arm.EXPLORE : Arm.CONVERGE).name().toLowerCase(Locale.ROOT);
  }
}
