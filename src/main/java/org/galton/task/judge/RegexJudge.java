package org.galton.task.judge;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.Verdict;

/**
 * What the pattern's one capture group holds at its first match is the answer: right if it equals
 * the reference, both without surrounding blanks. RE2 matches in time linear in the completion,
 * whatever the pattern. For the last match, begin the pattern with {@code (?s).*}.
 */
public final class RegexJudge implements Judge {

  private final Pattern pattern;

  public RegexJudge(String pattern) {
    this.pattern = compile(pattern);
    if (this.pattern.groupCount() != 1) {
      throw new IllegalArgumentException(
          ("Invalid pattern '%s': it has %d capture groups, expected 1 around the answer;"
                  + " write the others as (?:…)")
              .formatted(pattern, this.pattern.groupCount()));
    }
  }

  public String pattern() {
    return pattern.pattern();
  }

  @Override
  public String scorer() {
    return "jsonl-regex/1{pattern=" + pattern() + "}";
  }

  @Override
  public String expectedReference() {
    return "a text";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return true;
  }

  @Override
  public Verdict judge(Prompt prompt, String completion) {
    Matcher matcher = pattern.matcher(completion);
    String answer = matcher.find() && matcher.group(1) != null ? matcher.group(1).strip() : "";
    return TextAnswer.compare(prompt.reference().strip(), answer);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegexJudge judge && pattern().equals(judge.pattern());
  }

  @Override
  public int hashCode() {
    return pattern().hashCode();
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "Invalid pattern '%s': %s, expected an RE2 expression with one capture group"
              .formatted(pattern, e.getDescription()),
          e);
    }
  }
}
