package org.galton.job.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.galton.console.LocalSpark;
import org.galton.job.upkeep.Compaction;
import org.galton.model.source.ModelLoader;
import org.galton.study.Studies;
import org.galton.sweep.SweepSpec;

/**
 * Sweeps that only set a test's scene: each is drawn once a process, and its output folder is
 * copied to whoever asks for it. A test that is about drawing runs its own {@link Sweep}.
 *
 * @param folder in which it was drawn
 * @param result of drawing it there
 */
public record DrawnSweep(Path folder, SweepResult result) {
  private static final Map<Scene, DrawnSweep> DRAWN = new HashMap<>();

  /**
   * @param spec whose output is empty, since it makes no difference
   * @param merge bytes of a merged file, where the files are merged after the sweep
   */
  private record Scene(SweepSpec spec, ModelLoader loader, Optional<Long> merge) {
    DrawnSweep draw() {
      Path folder = temporaryFolder();
      SweepResult result =
          new Sweep(LocalSpark.session(), loader, RunReview.NONE, DrawnSweep::study, "test")
              .run(spec.in(folder.toString()), progress -> {});
      merge.ifPresent(
          bytes -> new Compaction(LocalSpark.session(), bytes).run(folder.toString(), place -> {}));
      return new DrawnSweep(folder, result);
    }
  }

  private static void study(SweptRun run) {
    Studies.all().forEach(study -> study.ofSweep(run));
  }

  /** As a first run of the spec leaves its output folder, which must not be there yet. */
  public static SweepResult copied(SweepSpec spec, ModelLoader loader) {
    return copied(spec, loader, Optional.empty());
  }

  /** As a first run of the spec and a merge after it leave the output folder. */
  public static SweepResult copiedMerged(SweepSpec spec, ModelLoader loader, long bytesAFile) {
    return copied(spec, loader, Optional.of(bytesAFile));
  }

  private static synchronized SweepResult copied(
      SweepSpec spec, ModelLoader loader, Optional<Long> merge) {
    Path output = Path.of(spec.output());
    if (Files.exists(output)) {
      throw new IllegalStateException(output + " is there, so this would be no first run");
    }
    DrawnSweep drawn = DRAWN.computeIfAbsent(new Scene(spec.in(""), loader, merge), Scene::draw);
    try {
      // With its dates: scores that are older than their rollouts would be judged anew.
      FileUtils.copyDirectory(drawn.folder.toFile(), output.toFile(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return drawn.result;
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("drawn-sweep");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
