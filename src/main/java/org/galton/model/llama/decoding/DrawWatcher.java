package org.galton.model.llama.decoding;

import org.galton.model.Outcome;
import org.galton.model.Request;

/** Follows the drawing of a caller's requests, in the caller's own thread. */
public interface DrawWatcher {
  /** How many of the likeliest tokens are to be told at each place; 0 for none. */
  int alternatives();

  /** Whether each prompt has one completion only, so that no other reads its keys and values. */
  boolean single();

  /** Tokens of a request come in the order of their places, before its outcome. */
  void drawn(Request request, DrawnToken token);

  void ended(Outcome outcome);

  /** Comes about twice a second. What it throws, or another of these, gives up all that is left. */
  void waiting();
}
