/**
 * From a text to its tree: one pass to tokens, one pass over these without going back. Bounded in
 * characters, digits, depth, nodes, names and cells; what the grammar does not know is refused.
 */
package org.galton.task.judge.math.parse;
