package org.galton.cli.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.galton.spec.InvalidInput;
import org.galton.task.Judge;
import org.galton.task.judge.ExactJudge;
import org.galton.task.judge.NumericJudge;
import org.galton.task.judge.RegexJudge;
import picocli.CommandLine.Option;

/** The judge of a question file, as on the command line. */
final class JudgeOptions {
  /** What {@code judge} of a {@code jsonl} task can be. */
  enum Kind {
    EXACT,
    NUMERIC,
    REGEX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int MOST_DIGITS = 20;

  @Option(
      names = "--judge",
      paramLabel = "JUDGE",
      description = "exact, numeric or regex, as in a spec (default: nothing is judged).")
  private Kind kind;

  @Option(names = "--ignore-case", description = "exact: letters' case does not count.")
  private boolean ignoreCase;

  @Option(
      names = "--marker",
      paramLabel = "TEXT",
      description = "numeric: the number after the last of these (default: where the answer is).")
  private String marker;

  @Option(
      names = "--tolerance",
      paramLabel = "NUMBER",
      description = "numeric: largest difference (default 0).")
  private BigDecimal tolerance;

  @Option(
      names = "--pattern",
      paramLabel = "REGEX",
      description = "regex: its one group at its first match is the answer, in RE2's syntax.")
  private String pattern;

  /** None where none is asked for. */
  Optional<Judge> judge() {
    check("--ignore-case", ignoreCase, Kind.EXACT);
    check("--marker", marker != null, Kind.NUMERIC);
    check("--tolerance", tolerance != null, Kind.NUMERIC);
    check("--pattern", pattern != null, Kind.REGEX);
    checkDigits();
    if (kind == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(make());
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  private Judge make() {
    return switch (kind) {
      case EXACT ->
          new ExactJudge(
              ignoreCase ? ExactJudge.LetterCase.IGNORED : ExactJudge.LetterCase.DISTINGUISHED);
      case NUMERIC ->
          new NumericJudge(
              marker == null ? "" : marker, tolerance == null ? BigDecimal.ZERO : tolerance);
      case REGEX -> {
        if (pattern == null) {
          throw new InvalidInput("--judge regex: expected a pattern after --pattern");
        }
        yield new RegexJudge(pattern);
      }
    };
  }

  /** A few letters such as 1e-999999999 stand for a number of any length. */
  private void checkDigits() {
    if (tolerance != null
        && (tolerance.scale() > MOST_DIGITS
            || (long) tolerance.precision() - tolerance.scale() > MOST_DIGITS)) {
      throw new InvalidInput(
          "Invalid --tolerance %s: expected a number such as 0.01, of at most %d digits before and after the point"
              .formatted(tolerance, MOST_DIGITS));
    }
  }

  private void check(String option, boolean given, Kind owner) {
    if (given && kind != owner) {
      throw new InvalidInput(option + ": it is an option of --judge " + owner);
    }
  }
}
