/**
 * Trees of partial completions that are written down whole: a reference's conditional
 * probabilities, values of prefixes, weights of leaves. What sampling by value does on them,
 * exactly: the backtracking walk, one-way guidance, the first leaf; and the same walks simulated.
 * Plain Java on {@code numerics}; it knows no model and no text.
 */
package org.galton.search.tree;
