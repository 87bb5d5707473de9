package org.galton.model;

/** A request that no completion could be drawn for, with a reason a person can act on. */
public record GenerationFailure(Request request, String reason) implements Outcome {}
