package org.galton.sql.shared;

/** A column of a result. */
public record Output(String name, Type type) {}
