/**
 * Words whose letters come to a given sum, as states of a {@link org.galton.game.walk}: which words
 * count, how they are asked for, and a walker of known ways. The word lists are from SCOWL, whose
 * notices are in the resource {@code SCOWL.txt}.
 */
package org.galton.game.letters;
