package org.galton.scaling;

/** The two parameters that a curve depends on without being linear in them. */
record CurveShape(double logExponent, double logMidpoint) {}
