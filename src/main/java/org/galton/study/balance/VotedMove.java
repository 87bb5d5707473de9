package org.galton.study.balance;

import java.io.Serializable;

/** A move of the kernel that a vote makes of another. */
public record VotedMove(String source, String target, double probability) implements Serializable {}
