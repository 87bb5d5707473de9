package org.galton.serve.api;

/**
 * What the API takes.
 *
 * @param choices most completions of one request
 */
public record Limits(int choices) {
  /** Most alternatives to a token. */
  static final int ALTERNATIVES = 20;
}
