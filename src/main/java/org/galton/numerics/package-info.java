/**
 * The numerical ground that all mathematics of the house stands on: checks of arguments ({@link
 * org.galton.numerics.Expect}), quantiles and ranks, special functions, and streams of random
 * numbers that a seed fixes ({@link org.galton.numerics.SplitMix64}). A thing moves here when a
 * second package needs it. Plain Java and Commons Math; uses no other package of the house.
 *
 * <p>Streams and hashes have the same bits on every platform and version: stored results rest on
 * them.
 */
package org.galton.numerics;
