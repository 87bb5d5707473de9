package org.galton.model.jinja;

/** What stands behind a {@code |}. */
interface Filter {
  Object apply(Object value, Arguments arguments);
}
