package org.galton.program;

/** A part of a program that has a value. */
interface Expression {
  /**
   * @throws ProgramException where it has none
   */
  Object value(Frame frame);
}
