package org.galton.job;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the rollouts of one model came to.
 *
 * @param model empty where the input names none
 * @param clusters prompt families; empty where no prompt has one
 * @param figures in the order in which they are shown
 * @param plan what more prompts or rollouts would buy
 */
public record ModelStatistics(
    String model,
    int prompts,
    long rollouts,
    OptionalInt clusters,
    List<Figure> figures,
    RolloutPlan plan) {}
