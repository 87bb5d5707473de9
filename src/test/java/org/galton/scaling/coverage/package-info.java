/**
 * Whether the interval of the asymptote holds the truth as often as it says, and how often a window
 * that ends too early is refused. Slow, hence run by the Maven profile {@code coverage} alone.
 */
package org.galton.scaling.coverage;
