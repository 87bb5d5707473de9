package org.galton.job.emergence;

import java.util.List;
import java.util.Locale;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.Escalation;
import org.galton.emergence.GroupDiagnostics;
import org.galton.spec.InvalidInput;

/**
 * What is asked about groups of agents.
 *
 * @param input a file, a folder of files of one format, or the output folder of a run
 * @param settings how a group is measured and tested
 * @param windows the parts of a trajectory that are looked at, each by itself
 * @param level of every decision: a p or q at most this is called significant
 */
public record EmergenceRequest(
    String input, EmergenceSettings settings, List<Window> windows, double level) {

  public EmergenceRequest {
    windows = windows.stream().distinct().sorted().toList();
    if (windows.isEmpty()) {
      throw new InvalidInput("Missing windows: expected whole, a number of rounds, or several");
    }
    if (!(level > 0 && level < 1)) {
      throw new InvalidInput("Invalid level %s: expected above 0 and below 1".formatted(level));
    }
  }

  GroupDiagnostics diagnostics() {
    try {
      return GroupDiagnostics.with(settings);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }

  Escalation escalation() {
    return Escalation.withDefaults().withLevel(level);
  }

  /** In words, for the table of runs: what a reader needs to compute the same again. */
  String spec() {
    return """
        trajectories: %s
        windows: %s
        bins: %d
        lag: %d
        estimator: %s
        measures: %s
        nulls: %s
        surrogates: %d
        block_length: %s
        detrend: %s
        macro_under_null: %s
        min_transitions: %d
        level: %s
        seed: %d
        """
        .formatted(
            input,
            windows,
            settings.bins(),
            settings.lag(),
            word(settings.estimator()),
            settings.measures().stream().map(EmergenceRequest::word).toList(),
            settings.nulls().stream().map(EmergenceRequest::word).toList(),
            settings.surrogates(),
            settings.blockLength().isPresent() ? settings.blockLength().getAsInt() : "automatic",
            word(settings.detrending()),
            word(settings.macroUnderNull()),
            settings.minTransitions(),
            level,
            settings.seed());
  }

  /** As on the command line. */
  private static String word(Enum<?> option) {
    return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
