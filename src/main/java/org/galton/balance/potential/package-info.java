/**
 * The landscape of least action: the potential of each state, solved for chains of any size, and
 * how states and moves lie in it.
 */
package org.galton.balance.potential;
