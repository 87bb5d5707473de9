package org.galton.emergence;

import java.io.Serializable;
import java.util.Optional;

/** Measures groups and their surrogates. Safe to share between threads. */
public final class GroupDiagnostics implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EmergenceSettings settings;

  private GroupDiagnostics(EmergenceSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws IllegalArgumentException for settings that do not go together
   */
  public static GroupDiagnostics with(EmergenceSettings settings) {
    return new GroupDiagnostics(settings);
  }

  public EmergenceSettings settings() {
    return settings;
  }

  /** The group's own figures. */
  public GroupMeasures measure(GroupTrajectory group) {
    throw new UnsupportedOperationException();
  }

  /** Why this group cannot be tested against this null model; empty where it can. */
  public Optional<String> refusal(GroupTrajectory group, NullModel model) {
    throw new UnsupportedOperationException();
  }

  /**
   * The group beside replicates 0 to B - 1.
   *
   * @throws IllegalArgumentException where there is a {@link #refusal}
   */
  public NullMeasures nulls(GroupTrajectory group, NullModel model) {
    throw new UnsupportedOperationException();
  }

  /**
   * Replicates, from (inclusive) to (exclusive), at or above the observed value, for each of {@link
   * EmergenceSettings#statistics}; 0 for one without an observed value.
   *
   * @throws IllegalArgumentException where there is a {@link #refusal}
   */
  public int[] exceedances(GroupTrajectory group, NullModel model, int from, int to) {
    throw new UnsupportedOperationException();
  }
}
