package org.galton.judging;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words between which a judging model decides, found in its reply as the last line {@code
 * GRADE: WORD}. The last one counts, so that words which an answer smuggles into the question
 * decide nothing; a last line with another word is no grade.
 *
 * @param words in capital letters
 */
public record GradeWords(List<String> words) implements Serializable {
  private static final String MARK = "GRADE:";

  /** What models put around words. */
  private static final String MARKUP = "*_`#>\"'. \t\r";

  public GradeWords {
    words = List.copyOf(words);
  }

  Optional<String> in(String reply) {
    List<String> lines = reply.lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = bare(lines.get(i)).toUpperCase(Locale.ROOT);
      if (line.startsWith(MARK)) {
        String word = bare(line.substring(MARK.length()));
        return words.contains(word) ? Optional.of(word) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String bare(String text) {
    return bare(text, MARKUP);
  }

  /** Without what stands around it of these characters. */
  static String bare(String text, String marks) {
    int start = 0;
    int end = text.length();
    while (start < end && marks.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && marks.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** As a question to the model ends. */
  String instruction() {
    return "Write nothing but one line: %s followed by %s."
        .formatted(MARK, String.join(" or ", words));
  }
}
