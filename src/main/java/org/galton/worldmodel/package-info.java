/**
 * Games as worlds that a program can model: {@link org.galton.worldmodel.Game} and its states, and
 * a game that is a program ({@link org.galton.worldmodel.WorldProgram}). {@code rules} has the
 * games, {@code plan} those who play them, {@code refine} how a program is made better until it
 * agrees with what was seen.
 */
package org.galton.worldmodel;
