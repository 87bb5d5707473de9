package org.galton.view.compare;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.collections4.sequence.CommandVisitor;
import org.apache.commons.collections4.sequence.SequencesComparator;
import org.galton.report.VisibleText;

/**
 * Two texts taken apart into what they share and what is their own, word by word, by the least
 * number of words that must be changed (Myers, An O(ND) difference algorithm, 1986). Beyond {@link
 * #MOST_WORDS} words the rest of a text counts as its own, so that the cost is bounded.
 */
record TextDifference(List<TextPiece> first, List<TextPiece> second) {
  private static final int MOST_WORDS = 2_000;
  private static final int LONGEST = 100_000;

  static TextDifference of(String first, String second) {
    List<String> ours = words(first);
    List<String> theirs = words(second);
    Pieces left = new Pieces();
    Pieces right = new Pieces();
    new SequencesComparator<>(start(ours), start(theirs))
        .getScript()
        .visit(
            new CommandVisitor<String>() {
              @Override
              public void visitInsertCommand(String word) {
                right.add(word, true);
              }

              @Override
              public void visitKeepCommand(String word) {
                left.add(word, false);
                right.add(word, false);
              }

              @Override
              public void visitDeleteCommand(String word) {
                left.add(word, true);
              }
            });
    rest(ours).forEach(word -> left.add(word, true));
    rest(theirs).forEach(word -> right.add(word, true));
    return new TextDifference(left.all(), right.all());
  }

  private static List<String> start(List<String> words) {
    return words.subList(0, Math.min(MOST_WORDS, words.size()));
  }

  private static List<String> rest(List<String> words) {
    return words.subList(Math.min(MOST_WORDS, words.size()), words.size());
  }

  /** Words, and what stands between them. */
  private static List<String> words(String text) {
    String shown = VisibleText.of(text, LONGEST);
    List<String> words = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= shown.length(); i++) {
      if (i == shown.length() || kind(shown.charAt(i)) != kind(shown.charAt(begin))) {
        words.add(shown.substring(begin, i));
        begin = i;
      }
    }
    return words;
  }

  /** Letters and digits stay together, blanks stay together, and other signs stand alone. */
  private static int kind(char c) {
    return Character.isLetterOrDigit(c) ? 'a' : Character.isWhitespace(c) ? ' ' : c;
  }

  /** Neighbours of one kind in one piece. */
  private static final class Pieces {
    private final List<TextPiece> pieces = new ArrayList<>();

    void add(String word, boolean own) {
      int last = pieces.size() - 1;
      if (last >= 0 && pieces.get(last).own() == own) {
        pieces.set(last, new TextPiece(pieces.get(last).text() + word, own));
      } else {
        pieces.add(new TextPiece(word, own));
      }
    }

    List<TextPiece> all() {
      return List.copyOf(pieces);
    }
  }
}
