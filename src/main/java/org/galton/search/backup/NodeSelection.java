package org.galton.search.backup;

/** By what the next node is chosen once a trajectory has ended. */
public enum NodeSelection {
  /** The best of all that can be expanded, by {@link FrontierScore}. */
  FRONTIER,
  /** Down from the root by {@link UpperConfidence}, as is usual in tree search. */
  UCT
}
