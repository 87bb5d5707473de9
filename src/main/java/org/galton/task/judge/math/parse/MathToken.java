package org.galton.task.judge.math.parse;

import org.galton.task.judge.math.tree.MathNode;

/**
 * @param text of a mark, a command or a name in one spelling
 * @param number of a token of digits, else null
 * @param spaced whether a blank is before it
 * @param start in the text that was read; of signs that stand for several tokens the same
 */
record MathToken(
    Kind kind, String text, MathNode.Literal number, boolean spaced, int start, int end) {
  enum Kind {
    NUMBER,
    /** Letters in a row, of which the place says whether they are a word, a unit or a product. */
    LETTERS,
    /** Letters in a row that were set upright, as words are. */
    UPRIGHT,
    /** One name, whatever its length. */
    NAME,
    COMMAND,
    MARK,
    UNKNOWN,
    END
  }

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean isCommand(String name) {
    return kind == Kind.COMMAND && text.equals(name);
  }

  boolean isWord() {
    return kind == Kind.LETTERS || kind == Kind.UPRIGHT;
  }
}
