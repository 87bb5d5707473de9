package org.galton.model;

import java.io.Serializable;

/**
 * A text that is put into a completion, so that the model comes to its end. The model goes on after
 * it as if it had drawn the text itself.
 *
 * @param after tokens drawn before it; a completion that ends before has no interruption
 * @param text nothing where none is wanted
 */
public record Interruption(int after, String text) implements Serializable {
  public static final Interruption NONE = new Interruption(0, "");

  public boolean isNone() {
    return text.isEmpty();
  }
}
