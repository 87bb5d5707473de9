package org.galton.bench;

import java.util.function.ToIntFunction;

/**
 * A text of a wanted length.
 *
 * @param tokens its true length
 */
public record BenchPrompt(String text, int tokens) {
  private static final String STORY =
      "Seven boxes hold nine apples each; four of them roll away. How many are left? ";

  /**
   * The shortest beginning of a story told again and again that has at least so many tokens.
   *
   * @param length of a text in tokens
   */
  public static BenchPrompt of(int tokens, ToIntFunction<String> length) {
    int low = 1;
    int high = 1;
    while (length.applyAsInt(story(high)) < tokens) {
      low = high + 1;
      high *= 2;
    }
    while (low < high) {
      int middle = (low + high) / 2;
      if (length.applyAsInt(story(middle)) < tokens) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new BenchPrompt(story(high), length.applyAsInt(story(high)));
  }

  private static String story(int characters) {
    return STORY.repeat(characters / STORY.length() + 1).substring(0, characters);
  }
}
