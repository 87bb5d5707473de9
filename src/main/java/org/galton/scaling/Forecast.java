package org.galton.scaling;

import java.util.OptionalDouble;

/**
 * A point of a curve beyond, or between, those it was fitted to. The interval is that of the curve:
 * a new measurement adds its own noise, and a run can leave its curve.
 *
 * @param low empty where the points do not bound it, or the method has no interval
 * @param high as {@code low}
 */
public record Forecast(double compute, double reward, OptionalDouble low, OptionalDouble high) {}
