/**
 * Times decoding: one pass over some rollouts, and the grid that compares ways to decode with one
 * another and with what the machine could do; times samplers that search beside plain rollouts;
 * times fits of scaling curves against a plain search; times surrogates of emergence diagnostics;
 * times landscapes of many states; times judgements of mathematical answers; and times short
 * commands, and statistics of many rollouts beside DuckDB, from their start to their end. Knows no
 * Spark and no command line; may use {@code model}, {@code task}, {@code game}, {@code
 * environment}, {@code spec}, {@code search}, {@code scaling}, {@code emergence} and {@code
 * balance}.
 */
package org.galton.bench;
