package org.galton.console;

import static org.galton.console.NumberRange.number;
import static org.galton.console.NumberRange.whole;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.InvalidInput;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * What every option of a number takes, looked at before its command starts: a number that no run
 * could finish ends at once, not when memory or a day is used up.
 */
public final class NumberRanges {
  private static final long BILLION = 1_000_000_000;
  private static final double HUGE = Double.MAX_VALUE;

  /** By the option's name, and before that by the command's and the option's. */
  private static final Map<String, NumberRange> RANGES = new HashMap<>();

  static {
    RANGES.put("--seed", whole(Long.MIN_VALUE, Long.MAX_VALUE));
    RANGES.put("--level", number(Double.MIN_VALUE, Math.nextDown(1.0)));
    RANGES.put("--confidence", number(Math.nextUp(0.5), Math.nextDown(1.0)));
    RANGES.put("--bins", whole(2, 1000));
    // A table of three agents has as many cells as the cube of the bins, for every surrogate.
    RANGES.put("emergence --bins", whole(2, 50));
    RANGES.put("--k", whole(1, BILLION));
    RANGES.put("--issues", whole(1, 1_000_000));
    RANGES.put("--p-fix", number(0, 1));
    RANGES.put("--error", number(0, 1));
    RANGES.put("--decoy", number(0, 1));
    RANGES.put("--cases-per-test", whole(1, 1_000));
    RANGES.put("--junk-below", whole(0, BILLION));
    RANGES.put("--junk-above", whole(0, Long.MAX_VALUE));
    RANGES.put("--control-above", whole(0, BILLION));
    RANGES.put("--control-at-most", whole(0, Long.MAX_VALUE));
    RANGES.put("--doses", number(0, 100));
    RANGES.put("mix --tokens", whole(1, Long.MAX_VALUE));
    RANGES.put("--posts", whole(10, 1_000_000));
    RANGES.put("--noise", number(0, HUGE));
    RANGES.put("--models", whole(1, 1_000));
    RANGES.put("--studies", whole(1, 100_000));
    RANGES.put("--trivial", number(0, HUGE));
    RANGES.put("dose --draws", whole(0, 100_000));
    RANGES.put("--arrangements", whole(1, 10_000_000));
    RANGES.put("--dimensions", whole(1, 2_000));
    RANGES.put("--vectors", whole(2, 10_000_000));
    RANGES.put("canary --words", whole(1, 1_000));
    RANGES.put("canary --share", number(Double.MIN_VALUE, 1));
    RANGES.put("--pairs", whole(2, 1_000_000));
    RANGES.put("--min-genes", whole(1, 1_000_000));
    RANGES.put("--min-cells", whole(1, BILLION));
    RANGES.put("--top", whole(0, 1_000_000));
    RANGES.put("--genes", whole(200, 400));
    RANGES.put("--cells", whole(1, 1_000_000));
    RANGES.put("--replaced", whole(0, 100));
    RANGES.put("--fit-cells", whole(1, 100_000));
    RANGES.put("frechet --draws", whole(0, 10_000));
    RANGES.put("--limit", whole(1, 1_000_000));
    RANGES.put("--flips", whole(0, 1_000_000));
    RANGES.put("--show", whole(0, 1000));
    RANGES.put("--answers", whole(1, 10_000_000));
    RANGES.put("--permutations", whole(1, 1_000_000));
    RANGES.put("--surrogates", whole(1, 100_000));
    RANGES.put("--lag", whole(1, 1_000_000));
    RANGES.put("--block-length", whole(1, 1_000_000));
    RANGES.put("--min-n0", number(0, HUGE));
    RANGES.put("--total-attempts", whole(1, Long.MAX_VALUE));
    RANGES.put("--pseudo", number(0, HUGE));
    RANGES.put("--beta", number(Double.MIN_VALUE, HUGE));
    RANGES.put("--bootstrap", whole(0, 10_000));
    // One resample beyond either end of a 95 % interval.
    RANGES.put("fit --bootstrap", whole(40, 10_000));
    RANGES.put("--asymptote", number(Double.MIN_VALUE, 1));
    RANGES.put("--margin", number(0, 1));
    RANGES.put("--file-mib", whole(1, 1_000_000));
    RANGES.put("--grace-hours", whole(0, 1_000_000));
    RANGES.put("--memory", whole(64, 1_000_000));
    RANGES.put("--pages", whole(10, 1_000_000));
    RANGES.put("--port", whole(0, 65_535));
    RANGES.put("--unused-for", whole(1, 100_000));
    RANGES.put("--runs-older-than", whole(1, 100_000));
    RANGES.put("--min-compute", number(0, HUGE));
    RANGES.put("--midpoints", number(Double.MIN_VALUE, HUGE));
    RANGES.put("--forecast", number(Double.MIN_VALUE, HUGE));
    RANGES.put("--rate", number(Double.MIN_VALUE, HUGE));
    RANGES.put("--right-from", number(-HUGE, HUGE));
    RANGES.put("--tolerance", number(0, HUGE));
    RANGES.put("-n", whole(1, 1_000_000));
    RANGES.put("--faults", whole(0, 1000));
    RANGES.put("--repairs", number(0, 1));
    RANGES.put("--breaks", number(0, 1));
    RANGES.put("--shown", whole(1, 10_000));
    RANGES.put("--unseen", whole(1, 100_000));
    RANGES.put("worlds --budget", whole(1, 100_000));
    RANGES.put("--syntheses", whole(1, 1000));
    RANGES.put("--matches", whole(0, 1_000_000));
    RANGES.put("--simulations", whole(1, 1_000_000));
    RANGES.put("--playouts", whole(1, 1000));
    RANGES.put("--temperature", number(0, HUGE));
    RANGES.put("--top-k", whole(0, BILLION));
    RANGES.put("--top-p", number(Double.MIN_VALUE, 1));
    RANGES.put("--min-p", number(0, Math.nextDown(1.0)));
    RANGES.put("--max-tokens", whole(1, 1_000_000));
    RANGES.put("--repeat", whole(1, 1000));
    RANGES.put("--batch", whole(1, 65_536));
    RANGES.put("--prompt-tokens", whole(1, 1_000_000));
    RANGES.put("--new-tokens", whole(1, 1_000_000));
    RANGES.put("--loops", whole(1, 1024));
    RANGES.put("--prompts", whole(1, 10_000_000));
    RANGES.put("allocate --prompts", whole(100, 10_000_000));
    RANGES.put("--rollout", whole(0, 1_000_000));
    RANGES.put("--seconds", number(0.001, 3600));
    RANGES.put("--rollouts", whole(1, 1_000_000));
    RANGES.put("leaderboard --rollouts", whole(300, 1_000_000_000));
    RANGES.put("--most", whole(2, 1_000_000));
    RANGES.put("--episodes", whole(1, 65_536));
    RANGES.put("--turns", whole(1, 10_000));
    RANGES.put("--questions", whole(1, 1_000_000));
    RANGES.put("--shot-tokens", whole(1, 1_000_000));
    RANGES.put("--budget", whole(1, 1000 * BILLION));
    RANGES.put("--eps-max", number(1, HUGE));
    RANGES.put("--kl", number(0, HUGE));
    RANGES.put("--shard-rollouts", whole(1, 1_000_000));
    RANGES.put("--slots", whole(1, 65_536));
    RANGES.put("--queue", whole(1, 1_000_000));
    RANGES.put("--drain", whole(0, 100_000));
    RANGES.put("--block", whole(1, 1_000_000));
    RANGES.put("--states", whole(1, 100_000_000));
    RANGES.put("--neighbours", whole(2, 1_000_000));
    RANGES.put("--groups", whole(1, 1_000_000));
    RANGES.put("--agents", whole(2, 10_000));
    RANGES.put("--rounds", whole(10, 1_000_000));
    RANGES.put("--series", whole(1, 1_000_000));
    RANGES.put("--points", whole(6, 1_000_000));
    RANGES.put("--starts", whole(1, 1_000_000));
    RANGES.put("--horizon", whole(1, 1_000_000));
    RANGES.put("--laziness", number(0, Math.nextDown(1.0)));
    RANGES.put("--steps", whole(0, BILLION));
    RANGES.put("--candidates", whole(1, 1000));
    RANGES.put("--horizons", whole(1, 1000));
    RANGES.put("--eps", number(0, 1_000_000));
    RANGES.put("--samples", whole(1, 10_000_000));
    RANGES.put("--depth-limit", whole(1, 1_000_000));
    RANGES.put("--backups", whole(1, 10_000));
    RANGES.put("--entropy-weight", number(-HUGE, HUGE));
  }

  private NumberRanges() {}

  public static Optional<NumberRange> of(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? Optional.ofNullable(RANGES.get(option.command().name() + " " + option.longestName()))
            .or(() -> Optional.ofNullable(RANGES.get(option.longestName())))
        : Optional.empty();
  }

  /** Whether an argument is a number or several. */
  static boolean isNumeric(ArgSpec argument) {
    return argument.auxiliaryTypes().length > 0 && isNumeric(argument.auxiliaryTypes()[0]);
  }

  private static boolean isNumeric(Class<?> type) {
    return Number.class.isAssignableFrom(type)
        || List.of(int.class, long.class, double.class).contains(type);
  }

  /**
   * @throws InvalidInput naming the first option whose number is out of its range
   */
  static void check(ParseResult parsed) {
    for (ParseResult command = parsed; command != null; command = next(command)) {
      for (OptionSpec option : command.matchedOptions()) {
        if (isNumeric(option)) {
          of(option).ifPresent(range -> check(option, range));
        }
      }
    }
  }

  private static ParseResult next(ParseResult command) {
    return command.hasSubcommand() ? command.subcommand() : null;
  }

  private static void check(OptionSpec option, NumberRange range) {
    Object value = option.getValue();
    Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
    if (values.isEmpty()) {
      throw new InvalidInput(
          "Invalid %s '': expected %s".formatted(option.longestName(), range.text()));
    }
    for (Object one : values) {
      if (one instanceof Number number && !range.holds(number)) {
        throw new InvalidInput(
            "Invalid %s %s: expected %s".formatted(option.longestName(), one, range.text()));
      }
    }
  }

  /** Runs the last command of a line whose numbers are in their ranges. */
  public static int execute(ParseResult parsed) {
    try {
      check(parsed);
    } catch (InvalidInput e) {
      throw new ExecutionException(deepest(parsed), e.getMessage(), e);
    }
    return new RunLast().execute(parsed);
  }

  private static CommandLine deepest(ParseResult parsed) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    return command.commandSpec().commandLine();
  }
}
