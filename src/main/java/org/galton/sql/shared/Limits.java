package org.galton.sql.shared;

/** Most rows that are wanted of a result, whatever the query says. */
public record Limits(long rows) {
  public static final Limits NONE = new Limits(Long.MAX_VALUE);
}
