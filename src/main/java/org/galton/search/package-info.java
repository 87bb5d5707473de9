/**
 * Sampling by search over partial completions: what a task says of one ({@link
 * org.galton.search.ProcessVerifier}), and the ways to go from block to block as state machines
 * that know no model. Plain Java; uses numerics and statistics only.
 */
package org.galton.search;
