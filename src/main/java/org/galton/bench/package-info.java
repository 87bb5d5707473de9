/**
 * Times decoding: one pass over some rollouts, and the grid that compares ways to decode with one
 * another and with what the machine could do. Knows no Spark and no command line; may use {@code
 * model} and {@code spec}.
 */
package org.galton.bench;
