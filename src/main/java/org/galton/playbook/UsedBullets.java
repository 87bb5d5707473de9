package org.galton.playbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer, and the bullets that it says it used: a last line {@code BULLETS: misc-00001,
 * calc-00007}, which is no part of the answer. Without such a line none were used.
 */
public record UsedBullets(String answer, List<String> ids) {
  /** What the line begins with. */
  public static final String MARK = "BULLETS:";

  private static final int MOST = 1_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_]{0,31}-\\d{5,9}");

  public UsedBullets {
    ids = List.copyOf(ids);
  }

  public static UsedBullets read(String completion) {
    int line = completion.lastIndexOf(MARK);
    if (line < 0 || (line > 0 && completion.charAt(line - 1) != '\n')) {
      return new UsedBullets(completion, List.of());
    }
    String rest = completion.substring(line + MARK.length()).lines().findFirst().orElse("");
    Matcher ids = ID.matcher(rest);
    return new UsedBullets(
        completion.substring(0, Math.max(0, line - 1)),
        ids.results().limit(MOST).map(found -> found.group()).distinct().toList());
  }
}
