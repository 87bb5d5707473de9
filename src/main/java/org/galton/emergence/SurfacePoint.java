package org.galton.emergence;

/**
 * Predicted success at one synergy and one redundancy.
 *
 * @param synergy bits
 * @param redundancy bits
 * @param probability averaged over the conditions as often as they occur
 */
public record SurfacePoint(double synergy, double redundancy, double probability) {}
