package org.galton.task.judge.ifeval;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galton.task.judge.text.WordCharacters;

/** Words and letters that a response has or has not. */
final class KeywordInstructions {
  private static final String WORD = "[" + WordCharacters.CLASS + "]";
  private static final String OTHER = "[^" + WordCharacters.CLASS + "]";

  private KeywordInstructions() {}

  static Map<String, Instruction.Reader> all() {
    return Map.of(
        "keywords:existence", KeywordInstructions::existence,
        "keywords:frequency", KeywordInstructions::frequency,
        "keywords:forbidden_words", KeywordInstructions::forbiddenWords,
        "keywords:letter_frequency", KeywordInstructions::letterFrequency);
  }

  private static Instruction existence(Arguments arguments) {
    List<Pattern> keywords =
        arguments.texts("keywords").stream()
            .map(keyword -> arguments.pattern("keywords", keyword))
            .toList();
    return response -> keywords.stream().allMatch(keyword -> Found.any(keyword, response));
  }

  private static Instruction frequency(Arguments arguments) {
    Pattern keyword =
        arguments.pattern("keyword", WordCharacters.stripped(arguments.text("keyword")));
    Relation relation = arguments.relation("relation");
    int asked = arguments.count("frequency");
    return response -> relation.holds(Found.count(keyword, response), asked);
  }

  private static Instruction forbiddenWords(Arguments arguments) {
    List<Pattern> words =
        arguments.texts("forbidden_words").stream()
            .map(word -> arguments.casedPattern("forbidden_words", alone(word)))
            .toList();
    return response -> words.stream().noneMatch(word -> Found.any(word, response));
  }

  /**
   * The word between boundaries: RE2's own {@code \b} knows ASCII only. Beside a word that begins
   * with a sign, such as #tag, a boundary is a letter.
   */
  private static String alone(String word) {
    String before = isSign(word, 0) ? WORD : "(?:\\A|" + OTHER + ")";
    String after = isSign(word, word.length() - 1) ? WORD : "(?:\\z|" + OTHER + ")";
    return before + "(?i:" + word + ")" + after;
  }

  private static boolean isSign(String word, int at) {
    char c = word.charAt(at);
    return !WordCharacters.isWord(c)
        && "\\^$.|?*+()[]{}".indexOf(c) < 0
        && !Character.isSurrogate(c);
  }

  private static Instruction letterFrequency(Arguments arguments) {
    String letter = WordCharacters.stripped(arguments.text("letter")).toLowerCase(Locale.ROOT);
    if (letter.codePointCount(0, letter.length()) != 1) {
      throw arguments.invalid("letter", "one character");
    }
    Relation relation = arguments.relation("let_relation");
    int asked = arguments.count("let_frequency");
    int wanted = letter.codePointAt(0);
    return response ->
        relation.holds(
            (int) response.toLowerCase(Locale.ROOT).codePoints().filter(c -> c == wanted).count(),
            asked);
  }
}
