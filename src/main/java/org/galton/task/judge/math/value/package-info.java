/**
 * Values of a tree: exact fractions, decimals of any number of digits, residues modulo a prime,
 * expanded polynomials, and the text by which equal values are counted. Bounded in bits, digits and
 * steps; what cannot be computed within the bounds has no value.
 */
package org.galton.task.judge.math.value;
