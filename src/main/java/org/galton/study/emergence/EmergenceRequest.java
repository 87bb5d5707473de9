package org.galton.study.emergence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.emergence.surrogate.Escalation;
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

  /** By the names of the options. */
  public Map<String, Object> asMap() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("trajectories", input);
    options.put("windows", windows.stream().map(Window::toString).toList());
    options.put("bins", settings.bins());
    options.put("lag", settings.lag());
    options.put("estimator", word(settings.estimator()));
    options.put("measures", settings.measures().stream().map(EmergenceRequest::word).toList());
    options.put("nulls", settings.nulls().stream().map(EmergenceRequest::word).toList());
    options.put("surrogates", settings.surrogates());
    options.put(
        "block_length",
        settings.blockLength().isPresent() ? settings.blockLength().getAsInt() : "automatic");
    options.put("detrend", word(settings.detrending()));
    options.put("macro_under_null", word(settings.macroUnderNull()));
    options.put("min_transitions", settings.minTransitions());
    options.put("level", level);
    options.put("seed", settings.seed());
    return options;
  }

  /** As on the command line. */
  private static String word(Enum<?> option) {
    return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
