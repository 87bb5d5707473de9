package org.galton.view.conversation;

/**
 * A state that a walk was in.
 *
 * @param first step that ended in it; 0 for the start
 * @param visits how often the walk came to it
 */
public record VisitedState(String state, int first, int visits) {
  VisitedState again() {
    return new VisitedState(state, first, visits + 1);
  }
}
