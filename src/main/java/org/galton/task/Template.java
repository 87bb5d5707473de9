package org.galton.task;

import java.io.Serializable;
import org.galton.spec.ValueType;

/**
 * The words around a question, so that a model can be told how to answer.
 *
 * @param text holds {@code {question}} once or more
 */
public record Template(String text) implements Serializable {
  /** A template in a spec. */
  public static final ValueType<String> TEXT = ValueType.text().checked(Template::new);

  private static final String QUESTION = "{question}";

  public Template {
    if (!text.contains(QUESTION)) {
      throw new IllegalArgumentException(
          "Invalid template '" + text + "': expected a text with " + QUESTION);
    }
  }

  /** The question and a newline. */
  public static Template plain() {
    return new Template(QUESTION + "\n");
  }

  public String fill(String question) {
    return text.replace(QUESTION, question);
  }
}
