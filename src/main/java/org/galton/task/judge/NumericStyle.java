package org.galton.task.judge;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.galton.task.Verdict;

/**
 * Whose rules say what the number of a completion is. Those of lm-evaluation-harness (task gsm8k,
 * version 3) are the two filters whose figures are published: each takes a text by a pattern, and
 * compares it with the reference as a text, both without commas, dollar signs, all before {@code
 * "#### "} and a period at the end. So 29.00 is not 29.
 */
public enum NumericStyle {
  /** One answer where it is committed, compared as a value. */
  GALTON(Pattern.compile("")),
  /** The first number behind {@code "#### "}: filter strict-match. */
  LM_STRICT(Pattern.compile("#### (-?[0-9.,]+)")),
  /** The last run of digits, dollar signs, points and commas: filter flexible-extract. */
  LM_FLEXIBLE(Pattern.compile("(-?[$0-9.,]{2,}|-?[0-9]+)"));

  private static final Pattern IGNORED_BEFORE = Pattern.compile("(?s).*#### ");

  private final Pattern number;

  NumericStyle(Pattern number) {
    this.number = number;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(NumericStyle::word).toList();
  }

  static NumericStyle of(String word) {
    return Arrays.stream(values())
        .filter(style -> style.word().equals(word))
        .findFirst()
        .orElse(GALTON);
  }

  /** As a spec has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For the styles of lm-evaluation-harness. */
  Verdict verdict(String reference, String completion) {
    String found = found(completion);
    String answer = compared(found);
    boolean correct = !answer.isEmpty() && answer.equals(compared(reference));
    return answer.isEmpty()
        ? new Verdict("", false, false, 0, "", "no number of style " + word())
        : new Verdict(
            answer,
            correct,
            false,
            correct ? 1 : 0,
            this == LM_STRICT ? "####" : "last number",
            "'%s' %s '%s', as texts".formatted(answer, correct ? "=" : "≠", compared(reference)));
  }

  private String found(String completion) {
    Matcher matcher = number.matcher(completion);
    String found = "";
    while (matcher.find()) {
      found = matcher.group(1);
      if (this == LM_STRICT) {
        return found;
      }
    }
    return found;
  }

  /** What of a text is compared. */
  static String compared(String text) {
    String bare =
        IGNORED_BEFORE
            .matcher(text.replace(",", "").replace("$", ""))
            .replaceAll("")
            .strip()
            .toLowerCase(Locale.ROOT);
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
