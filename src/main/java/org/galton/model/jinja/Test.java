package org.galton.model.jinja;

/** What stands behind an {@code is}. */
interface Test {
  boolean holds(Object value, Arguments arguments);
}
