package org.galton.game;

/** What a player contributed in a round, counted from 1. */
public record Contribution(int round, String player, double value) {}
