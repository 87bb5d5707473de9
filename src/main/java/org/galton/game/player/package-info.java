/**
 * Players of a group search that follow rules: for tests of what is measured on groups, and as
 * teachers of small models. Each answers from what its line of {@link org.galton.game.Marks} says
 * and a seed, and from nothing else.
 */
package org.galton.game.player;
