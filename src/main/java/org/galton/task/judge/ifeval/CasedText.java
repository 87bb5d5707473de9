package org.galton.task.judge.ifeval;

import java.util.function.IntPredicate;

/** Texts of which all letters with two cases are in one of them, and that have such a letter. */
final class CasedText {
  private CasedText() {}

  static boolean isUpper(String text) {
    return isAll(text, Character::isUpperCase);
  }

  static boolean isLower(String text) {
    return isAll(text, Character::isLowerCase);
  }

  private static boolean isAll(String text, IntPredicate wanted) {
    boolean hasOne = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c)) {
        if (!wanted.test(c)) {
          return false;
        }
        hasOne = true;
      }
      i += Character.charCount(c);
    }
    return hasOne;
  }
}
