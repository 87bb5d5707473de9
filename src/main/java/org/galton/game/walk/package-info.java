/**
 * Walks of one agent from state to state: which state each step starts from, what is asked, and
 * what is made of the answers. A state is a text; {@link org.galton.game.walk.StateText} says how
 * it is asked from and read. Knows no task and no engine.
 */
package org.galton.game.walk;
