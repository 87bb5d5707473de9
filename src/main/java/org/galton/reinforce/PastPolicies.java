package org.galton.reinforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.train.policy.Policy;

/**
 * The policies of the last steps, for a training whose rollouts are drawn by an older policy than
 * the one that learns from them. Each lies in a file of its own, whole or absent, until no step
 * needs it.
 */
final class PastPolicies {
  private final Path folder;
  private final int staleness;
  private final Policy drawer;

  /**
   * @param drawer draws with the weights of an older policy; begins with those of the start
   */
  PastPolicies(ReinforceSpec spec, Policy drawer) {
    this.folder = Path.of(spec.output()).resolve("past-policies");
    this.staleness = spec.learning().staleness();
    this.drawer = drawer;
  }

  /** Whether an older policy draws at all. */
  boolean isNeeded() {
    return staleness > 0;
  }

  /** The step after which a step's rollouts are drawn; 0 for the start. */
  private int drawnAfter(int step) {
    return Math.max(0, step - 1 - staleness);
  }

  /** How many steps lie between drawing and learning. */
  int staleness(int step) {
    return step - 1 - drawnAfter(step);
  }

  /**
   * Puts the weights of the policy that draws for a step into the drawer.
   *
   * @return the last step that had changed them; 0 for the start
   */
  int load(int step) {
    int after = drawnAfter(step);
    try {
      return after == 0 ? 0 : drawer.take(file(after));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(after), e);
    }
  }

  /** Keeps a policy after its step; before the state of the training says that it was taken. */
  void keep(Policy policy, Totals totals) throws IOException {
    if (isNeeded()) {
      Files.createDirectories(folder);
      policy.keep(file(totals.step()), totals.changed());
    }
  }

  /** Deletes what no step after this one needs. */
  void forget(int step) throws IOException {
    if (!isNeeded()) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> old =
          files.filter(path -> path.compareTo(file(drawnAfter(step + 1))) < 0).toList();
      for (Path path : old) {
        Files.delete(path);
      }
    }
  }

  private Path file(int step) {
    return folder.resolve(String.format(Locale.ROOT, "step-%08d.safetensors", step));
  }
}
