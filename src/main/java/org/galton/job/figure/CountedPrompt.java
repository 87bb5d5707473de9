package org.galton.job.figure;

import java.util.Optional;
import org.galton.statistics.Ballot;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.Ranking;

/**
 * What one prompt's rollouts came to, however they were counted.
 *
 * @param finished rollouts that say how they ended
 * @param truncated of those: cut off
 * @param overruled of the truncated: judged right, counted as wrong
 * @param contradicted answers that were judged both right and wrong; each is two answers
 * @param ranking by a scorer's scores; empty where there are none
 */
public record CountedPrompt(
    Tally tally,
    Ballot ballot,
    int finished,
    int truncated,
    int overruled,
    int contradicted,
    TokenCounts tokens,
    Optional<Ranking> ranking) {}
