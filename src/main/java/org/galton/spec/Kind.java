package org.galton.spec;

/**
 * One of several things between which a word in a spec decides: a kind of task, of judge or of
 * model; or the name of a study.
 */
public interface Kind {
  /** The word: lower-case letters, digits and {@code -}. */
  String name();
}
