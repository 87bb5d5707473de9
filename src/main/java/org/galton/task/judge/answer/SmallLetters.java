package org.galton.task.judge.answer;

/** A text in small letters whose places are those of the text itself. */
final class SmallLetters {
  private SmallLetters() {}

  static String of(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }
}
