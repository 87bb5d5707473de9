package org.galton.task.judge.ifeval;

import com.google.re2j.Pattern;
import java.util.List;
import org.galton.task.judge.text.WordCharacters;

/**
 * The words of NLTK's tokenizer, without the tokens that are punctuation alone: split at signs and
 * at the apostrophes of English clitics, not at hyphens and points inside words. DON'T is two
 * words, R&amp;D two, U.S.-MADE one. Source: the conventions of the Penn Treebank, Marcus et al.
 * (1993), Computational Linguistics 19(2).
 */
final class EnglishWords {
  private record Rule(Pattern pattern, String replacement) {
    Rule(String expression, String replacement) {
      this(Pattern.compile(expression), replacement);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("[«»“”‘’„`\";@#$%&?!*\\[\\](){}<>]|\\.{2,}|--|''", " "),
          new Rule("\\.([" + WordCharacters.BLANKS + "]|$)", " $1"),
          new Rule("[:,]([^\\p{Nd}]|$)", " $1"),
          new Rule("(?i)'([a-ce-lo-ru-z0-9_])\\b", "' $1"),
          new Rule("$", " "),
          new Rule("(?i)([^' ])('[smd]?) ", "$1 $2 "),
          new Rule("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ", "$1 $2 "),
          new Rule("(?i)\\b(can)(not)\\b", "$1 $2"),
          new Rule("(?i)\\b(gim|lem)(me)\\b", "$1 $2"),
          new Rule("(?i)\\b(gon|wan)(na)\\b", "$1 $2"),
          new Rule("(?i)\\b(got)(ta)\\b", "$1 $2"),
          new Rule("(?i)\\b(d)('ye)\\b", "$1 $2"),
          new Rule("(?i)\\b(more)('n)\\b", "$1 $2"),
          new Rule("(?i)(^| )('t)(is|was)\\b", "$1$2 $3"));

  private EnglishWords() {}

  static List<String> of(String text) {
    String split = text;
    for (Rule rule : RULES) {
      split = rule.pattern().matcher(split).replaceAll(rule.replacement());
    }
    return WordCharacters.pieces(split);
  }
}
