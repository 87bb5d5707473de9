package org.galton.balance.test;

/**
 * A loop of three states, a→b→c→a, seen both ways round.
 *
 * @param first a, the lowest of the three by name
 * @param second b, before c by name
 * @param third c
 * @param forward ln T(a→b) + ln T(b→c) + ln T(c→a)
 * @param backward ln T(a→c) + ln T(c→b) + ln T(b→a); equal in detailed balance
 * @param affinity forward - backward, nats; what rows are divided by cancels
 * @param sd root of the sum of the six 1/N
 * @param pValue of an affinity of 0: two-sided, normal
 * @param qValue Benjamini and Hochberg over the loops of the agent; loops that share moves are not
 *     independent
 */
public record TriangleLoop(
    String first,
    String second,
    String third,
    double forward,
    double backward,
    double affinity,
    double sd,
    double pValue,
    double qValue) {}
