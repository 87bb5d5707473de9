/**
 * Tests of detailed balance on counted moves: Kolmogorov's criterion, triangles, cycles,
 * likelihood, one-sided bounds.
 */
package org.galton.balance.test;
