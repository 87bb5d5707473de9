package org.galton.table.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file of rollouts, or of their scores, says. Each merge of a folder has a
 * number, its epoch; epoch 0 is before the first.
 *
 * <pre>
 * rollouts-….parquet                 drawn before any merge
 * rollouts-0003-….parquet            drawn since merge 3
 * merged-0003-001-of-004.parquet     a part of merge 3, which holds all of epoch 2 and before
 * failed-….parquet                   what could not be drawn; never merged
 * </pre>
 *
 * @param part from 1; 0 unless {@code kind} is merged
 * @param parts of the whole merge
 */
public record FileName(Kind kind, int epoch, int part, int parts) {
  /** What lies in a file. */
  public enum Kind {
    /** Whatever has another name, too. */
    DRAWN,
    MERGED,
    FAILED
  }

  private static final String ROLLOUTS = "rollouts-";
  private static final String FAILED = "failed-";
  private static final Pattern SINCE = Pattern.compile(ROLLOUTS + "(\\d{4,9})-[^-]+\\.parquet");
  private static final Pattern PART =
      Pattern.compile("merged-(\\d{4,9})-(\\d{3,9})-of-(\\d{3,9})\\.parquet");

  public static FileName parse(String name) {
    Matcher part = PART.matcher(name);
    if (part.matches()) {
      return new FileName(Kind.MERGED, number(part, 1), number(part, 2), number(part, 3));
    }
    if (name.startsWith(FAILED)) {
      return new FileName(Kind.FAILED, 0, 0, 0);
    }
    Matcher since = SINCE.matcher(name);
    return new FileName(Kind.DRAWN, since.matches() ? number(since, 1) : 0, 0, 0);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The name, without extension, of what is drawn after merge {@code epoch}. */
  public static String drawn(int epoch, String shard) {
    return epoch == 0
        ? ROLLOUTS + shard
        : String.format(Locale.ROOT, "rollouts-%04d-%s", epoch, shard);
  }

  /** The name, without extension, of what could not be drawn. */
  public static String failed(String shard) {
    return FAILED + shard;
  }

  /** The name, without extension, of a part of a merge. */
  public static String merged(int epoch, int part, int parts) {
    return String.format(Locale.ROOT, "merged-%04d-%03d-of-%03d", epoch, part, parts);
  }
}
