/**
 * Times decoding: one pass over some rollouts, and the grid that compares ways to decode with one
 * another and with what the machine could do; and times fits of scaling curves against a plain
 * search. Knows no Spark and no command line; may use {@code model}, {@code spec} and {@code
 * scaling}.
 */
package org.galton.bench;
