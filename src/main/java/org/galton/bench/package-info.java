/**
 * Times decoding: one pass over some rollouts, and the grid that compares ways to decode with one
 * another and with what the machine could do; times fits of scaling curves against a plain search;
 * and times surrogates of emergence diagnostics. Knows no Spark and no command line; may use {@code
 * model}, {@code spec}, {@code scaling} and {@code emergence}.
 */
package org.galton.bench;
