package org.galton.task.judge.ifeval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galton.task.judge.text.WordCharacters;

/** How long a response is, in words, sentences and paragraphs. */
final class LengthInstructions {
  private static final String ENDS_OF_FIRST_WORD = ".,?!'\"";

  private LengthInstructions() {}

  static Map<String, Instruction.Reader> all() {
    return Map.of(
        "length_constraints:number_words", LengthInstructions::words,
        "length_constraints:number_sentences", LengthInstructions::sentences,
        "length_constraints:number_paragraphs", LengthInstructions::paragraphs,
        "length_constraints:nth_paragraph_first_word", LengthInstructions::firstWord);
  }

  private static Instruction words(Arguments arguments) {
    Relation relation = arguments.relation("relation");
    int asked = arguments.count("num_words");
    return response -> relation.holds(WordCharacters.words(response).size(), asked);
  }

  private static Instruction sentences(Arguments arguments) {
    Relation relation = arguments.relation("relation");
    int asked = arguments.count("num_sentences");
    return response -> relation.holds(EnglishSentences.count(response), asked);
  }

  /** Between lines of three asterisks; a blank one counts for nothing at both ends. */
  private static Instruction paragraphs(Arguments arguments) {
    int asked = arguments.count("num_paragraphs");
    return response -> {
      List<String> pieces = Found.pieces(response, "***");
      int blank = 0;
      for (int i = 0; i < pieces.size(); i++) {
        boolean isBlank = WordCharacters.stripped(pieces.get(i)).isEmpty();
        if (isBlank && i > 0 && i < pieces.size() - 1) {
          return false;
        }
        blank += isBlank ? 1 : 0;
      }
      return pieces.size() - blank == asked;
    };
  }

  /** Paragraphs end at empty lines; the place counts blank ones, as the published code does. */
  private static Instruction firstWord(Arguments arguments) {
    int asked = arguments.count("num_paragraphs");
    int place = arguments.count("nth_paragraph");
    String word = arguments.text("first_word").toLowerCase(Locale.ROOT);
    if (place < 1) {
      throw arguments.invalid("nth_paragraph", "a whole number from 1");
    }
    return response -> {
      List<String> pieces = Found.pieces(response, "\n\n");
      long filled =
          pieces.stream().filter(piece -> !WordCharacters.stripped(piece).isEmpty()).count();
      return filled == asked && place <= filled && firstWord(pieces.get(place - 1)).equals(word);
    };
  }

  private static String firstWord(String paragraph) {
    List<String> words = WordCharacters.pieces(paragraph);
    String first = words.isEmpty() ? "" : words.get(0);
    int start = 0;
    for (char quote : new char[] {'\'', '"'}) {
      while (start < first.length() && first.charAt(start) == quote) {
        start++;
      }
    }
    int end = start;
    while (end < first.length() && ENDS_OF_FIRST_WORD.indexOf(first.charAt(end)) < 0) {
      end++;
    }
    return first.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
