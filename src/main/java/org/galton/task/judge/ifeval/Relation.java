package org.galton.task.judge.ifeval;

/** How a count is compared with the one that is asked for. */
enum Relation {
  LESS_THAN,
  AT_LEAST;

  boolean holds(int count, int asked) {
    return switch (this) {
      case LESS_THAN -> count < asked;
      case AT_LEAST -> count >= asked;
    };
  }
}
