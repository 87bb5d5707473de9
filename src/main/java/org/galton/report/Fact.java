package org.galton.report;

/** A thing said about the run, with its name. */
public record Fact(String name, String value) {}
