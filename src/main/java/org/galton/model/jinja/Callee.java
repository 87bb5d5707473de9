package org.galton.model.jinja;

/** What a template can call. */
interface Callee {
  Object call(Arguments arguments);
}
