/**
 * Values of partial completions that are learned: a linear head on the hidden state of a frozen
 * checkpoint, its folder, and its use in a search. How it is trained is {@code train.value}'s.
 */
package org.galton.model.llama.value;
