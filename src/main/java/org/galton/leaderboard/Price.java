package org.galton.leaderboard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * What a model costs from a day on: by token, or by hour of a device, never both.
 *
 * @param input dollars for a million prompt tokens; NaN where it is priced by the hour
 * @param output dollars for a million completion tokens; NaN likewise
 * @param hour dollars for an hour of a device; NaN where it is priced by token
 */
public record Price(String model, LocalDate from, double input, double output, double hour)
    implements Serializable {
  private static final double MILLION = 1e6;
  private static final double SECONDS = 3600;

  public Price {
    boolean byToken = !Double.isNaN(input) && !Double.isNaN(output) && Double.isNaN(hour);
    boolean byHour = Double.isNaN(input) && Double.isNaN(output) && !Double.isNaN(hour);
    Expect.that(
        byToken || byHour,
        "price of " + model,
        "input %s, output %s, device_hour %s".formatted(input, output, hour),
        "input and output, or device_hour alone");
    Expect.that(
        byToken ? input >= 0 && output >= 0 : hour >= 0,
        "price of " + model,
        byToken ? Math.min(input, output) : hour,
        "0 or more");
  }

  public boolean isByToken() {
    return Double.isNaN(hour);
  }

  /**
   * Dollars; empty where what it is priced by is not known.
   *
   * @param prompt tokens; null where not known
   * @param completion tokens; null where not known
   * @param seconds of a device; null where not known
   */
  public OptionalDouble of(Long prompt, Long completion, Double seconds) {
    if (isByToken()) {
      return prompt == null || completion == null
          ? OptionalDouble.empty()
          : OptionalDouble.of((prompt * input + completion * output) / MILLION);
    }
    return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds * hour / SECONDS);
  }
}
