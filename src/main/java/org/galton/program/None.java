package org.galton.program;

/** The value None. */
enum None {
  NONE
}
