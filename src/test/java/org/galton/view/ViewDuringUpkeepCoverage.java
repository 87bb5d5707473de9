package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galton.cli.Galton;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Reads pages without a pause while real commands write, merge and delete files below them. */
final class ViewDuringUpkeepCoverage {
  private static final int PROMPTS = 24;

  @TempDir private Path temporary;

  @Test
  void noPageFailsOrShowsARolloutTwice() throws Exception {
    String folder = temporary.resolve("output").toString();
    sweep(folder, 8);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try (Viewer viewer = Viewer.start(List.of(folder), 0, EngineLimits.withDefaults())) {
      ViewClient client = ViewClient.of(viewer);
      Future<List<Integer>> counts = reader.submit(() -> counts(client, done));
      sweep(folder, 16);
      run("compact", "--output", folder, "--file-mib", "1");
      run("expire", "--output", folder, "--grace-hours", "0");
      sweep(folder, 24);
      done.set(true);
      List<Integer> seen = counts.get(2, TimeUnit.MINUTES);

      assertThat(seen).hasSizeGreaterThan(5).isSorted().startsWith(8 * PROMPTS);
      assertThat(client.allRollouts("/1/rollouts")).hasSize(24 * PROMPTS).doesNotHaveDuplicates();
    } finally {
      done.set(true);
      reader.shutdownNow();
    }
  }

  /** How many rollouts a walk through the list showed, walk after walk. */
  private static List<Integer> counts(ViewClient client, AtomicBoolean done) throws Exception {
    List<Integer> counts = new ArrayList<>();
    while (!done.get()) {
      List<String> all = client.allRollouts("/1/rollouts");
      assertThat(all).doesNotHaveDuplicates();
      counts.add(all.size());
      for (String place : List.of("/", "/1/cells", "/1/prompts", "/1/rollouts?verdict=right")) {
        client.page(place);
      }
    }
    return counts;
  }

  private static void sweep(String folder, int rollouts) {
    run(
        "sweep",
        "jobs/demo.yaml",
        "--set",
        "output=" + folder,
        "--set",
        "models=[builtin:abacus@1547]",
        "--set",
        "tasks.0.prompts=" + PROMPTS / 2,
        "--set",
        "tasks.1.prompts=" + PROMPTS / 2,
        "--set",
        "rollouts=" + rollouts,
        "--set",
        "shard_rollouts=24");
  }

  private static void run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    assertThat(Galton.run(command, arguments)).as(out + "\n" + err).isZero();
  }
}
