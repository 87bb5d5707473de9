package org.galton.table;

/** Whether a column may be without a value. */
enum Nullability {
  NOT_NULL,
  NULLABLE
}
