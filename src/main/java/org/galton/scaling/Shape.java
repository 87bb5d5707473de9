package org.galton.scaling;

/** The two parameters that a curve depends on without being linear in them. */
record Shape(double logExponent, double logMidpoint) {}
