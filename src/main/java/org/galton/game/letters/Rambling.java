package org.galton.game.letters;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.game.walk.Chance;

/**
 * A walk among common words that is in detailed balance by construction: from f to another word g
 * with probability
 *
 * <pre>
 * T(f -&gt; g) = q(g) s(f, g) / Z(f),   Z(f) = sum over g other than f of q(g) s(f, g)
 * </pre>
 *
 * where s(f, g) = 1, and 6 more for the same first letter, and 12 more for the same last two: it is
 * symmetric, so pi(f) T(f -&gt; g) = pi(g) T(g -&gt; f) with pi(f) proportional to q(f) Z(f), and
 * the potential is V(f) = -ln(q(f) Z(f)). The word's weight q is log-normal with spread 1.2, drawn
 * from a hash of the word.
 */
public final class Rambling {
  private static final double SPREAD = 1.2;
  private static final double SAME_START = 6;
  private static final double SAME_END = 12;
  private static final int END = 2;
  private static final int UNIFORMS = 12;

  private static final List<String> WORDS = WordList.common();
  private static final double[] WEIGHTS = WORDS.stream().mapToDouble(Rambling::weight).toArray();
  private static final double[] TOTALS =
      IntStream.range(0, WORDS.size()).mapToDouble(Rambling::total).toArray();

  private Rambling() {}

  /** The words among which it goes, sorted. */
  public static List<String> words() {
    return WORDS;
  }

  /** T from one of the words to another, by their numbers; none from a word to itself. */
  public static double probability(int from, int to) {
    return flow(from, to) / TOTALS[from];
  }

  /** V of one of the words, by its number, up to a constant. */
  public static double potential(int word) {
    return -Math.log(WEIGHTS[word] * TOTALS[word]);
  }

  /**
   * The number of the word to which a step goes.
   *
   * @param uniform decides; in [0, 1)
   */
  public static int next(int from, double uniform) {
    double left = uniform * TOTALS[from];
    int last = 0;
    for (int to = 0; to < WORDS.size(); to++) {
      double flow = flow(from, to);
      if (flow > 0) {
        last = to;
        left -= flow;
        if (left < 0) {
          return to;
        }
      }
    }
    // Rounding may leave a trace of the uniform number.
    return last;
  }

  private static double flow(int from, int to) {
    if (from == to) {
      return 0;
    }
    String f = WORDS.get(from);
    String g = WORDS.get(to);
    double likeness = 1;
    if (f.charAt(0) == g.charAt(0)) {
      likeness += SAME_START;
    }
    if (f.regionMatches(f.length() - END, g, g.length() - END, END)) {
      likeness += SAME_END;
    }
    return WEIGHTS[to] * likeness;
  }

  private static double total(int from) {
    return IntStream.range(0, WORDS.size()).mapToDouble(to -> flow(from, to)).sum();
  }

  /** The sum of twelve uniform numbers, less six, is nearly normal and the same on any machine. */
  private static double weight(String word) {
    double normal = -UNIFORMS / 2.0;
    for (int i = 0; i < UNIFORMS; i++) {
      normal += Chance.at(word.hashCode(), i);
    }
    return Math.exp(SPREAD * normal);
  }
}
