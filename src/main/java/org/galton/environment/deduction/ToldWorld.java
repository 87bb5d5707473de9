package org.galton.environment.deduction;

import org.galton.environment.World;

/** A world of which an agent knows what it was told: the last answer, and marks of all of them. */
abstract class ToldWorld implements World {
  private final String text;
  private final String marks;

  ToldWorld(String text, String marks) {
    this.text = text;
    this.marks = marks;
  }

  @Override
  public final String text() {
    return text;
  }

  @Override
  public final String marks() {
    return marks;
  }
}
