package org.galton.statistics.vote;

/**
 * A figure found by simulation.
 *
 * @param value mean over the draws
 * @param standardError of the simulation alone; it shrinks with more draws and says nothing about
 *     prompts
 */
public record Simulated(double value, double standardError) {}
