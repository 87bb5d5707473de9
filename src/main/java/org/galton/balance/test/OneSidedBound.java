package org.galton.balance.test;

/**
 * A pair of states seen one way only, and by how much the potential must fall over it.
 *
 * @param source state that moves led from
 * @param target state that they led to, from which none came back
 * @param count such moves
 * @param bound V(source) - V(target) is above this, in units of 1/beta, were the way back seen less
 *     than once
 * @param bound95 the same with the 95 % upper limit of a zero count
 */
public record OneSidedBound(
    String source, String target, long count, double bound, double bound95) {}
