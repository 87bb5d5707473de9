package org.galton.job.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.statistics.rate.Truncation;

/**
 * What the rollouts of one model came to.
 *
 * @param model empty where the input names none
 * @param clusters prompt families; empty where no prompt has one
 * @param figures in the order in which they are shown
 * @param plan what more prompts or rollouts would buy
 * @param truncation of the rollouts that say how they ended; empty where none does
 * @param allTruncated prompts whose every rollout was cut off
 * @param overruled rollouts cut off that were judged right and count as wrong
 * @param contradicted answers of a prompt that were judged both right and wrong
 */
public record ModelStatistics(
    String model,
    int prompts,
    long rollouts,
    OptionalInt clusters,
    List<Figure> figures,
    RolloutPlan plan,
    Optional<Truncation> truncation,
    int allTruncated,
    long overruled,
    long contradicted) {}
