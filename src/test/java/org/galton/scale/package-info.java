/**
 * What a large input costs: {@code ./galton stats} as a user starts it, on millions of rollouts, in
 * seconds and bytes. Slow, hence run by the Maven profile {@code stats-benchmark} alone.
 */
package org.galton.scale;
