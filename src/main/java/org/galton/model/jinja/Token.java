package org.galton.model.jinja;

/**
 * A piece of a template.
 *
 * @param text what it says; of a string, its value
 */
record Token(Kind kind, String text, int line) {
  enum Kind {
    TEXT,
    PRINT_BEGIN,
    PRINT_END,
    TAG_BEGIN,
    TAG_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }

  /** As a message calls it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the template";
      case TEXT, PRINT_BEGIN, TAG_BEGIN -> "more template";
      case PRINT_END -> "'}}'";
      case TAG_END -> "'%}'";
      case STRING -> "a text";
      case NAME, INTEGER, FLOAT, OPERATOR -> "'" + text + "'";
    };
  }
}
