package org.galton.worldmodel.refine;

import java.util.Optional;

/** Writes programs about a game. */
public interface Author {
  /**
   * @param program to be made better; empty for the first one
   * @param failure a test that it fails
   * @param call numbers the calls from 0
   */
  String write(Optional<String> program, Optional<Failure> failure, int call);
}
