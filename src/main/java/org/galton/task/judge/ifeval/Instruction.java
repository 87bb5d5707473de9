package org.galton.task.judge.ifeval;

/** One instruction with its arguments. */
@FunctionalInterface
interface Instruction {
  /** Whether a response that is not blank follows it. */
  boolean isFollowedBy(String response);

  /** Makes an instruction of its arguments. */
  @FunctionalInterface
  interface Reader {
    /**
     * @throws IllegalArgumentException where an argument is missing or of a wrong form
     */
    Instruction read(Arguments arguments);
  }
}
