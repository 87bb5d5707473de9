package org.galton.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Times {@code ./galton stats} with all its figures on 10, 20 and 40 million scored rollouts, next
 * to DuckDB, which only counts n and c per prompt of the same file. Prints medians of rounds in
 * which every size takes its turn.
 *
 * <p>What Galton takes for a single prompt is what it takes to start: the JVM, Spark, and code that
 * is not compiled yet. {@code -Dgalton.benchmark.rounds=1} and {@code
 * -Dgalton.benchmark.millions=20} make it shorter.
 */
final class StatsBenchmark {
  private static final Path FOLDER = Path.of("target", "stats-benchmark").toAbsolutePath();
  private static final int HEAP_MEBIBYTES = 4096;

  private final int rounds = Integer.getInteger("galton.benchmark.rounds", 3);
  private final List<Integer> millions =
      Stream.of(System.getProperty("galton.benchmark.millions", "10,20,40").split(","))
          .map(Integer::valueOf)
          .toList();

  @Test
  void statsOfMillionsOfRolloutsNextToCountsInDuckDb() throws Exception {
    Files.createDirectories(FOLDER);
    Path onePrompt = FOLDER.resolve("one-prompt.parquet");
    ScoredRollouts.write(1, onePrompt);
    Map<Integer, Path> files = new LinkedHashMap<>();
    for (int size : millions) {
      Path file = FOLDER.resolve(size + "-million.parquet");
      ScoredRollouts.write(size * 1_000_000 / ScoredRollouts.PER_PROMPT, file);
      files.put(size, file);
    }
    double loadBefore = load();
    List<StatsRun> starts = new ArrayList<>();
    Map<Integer, List<StatsRun>> runs = new LinkedHashMap<>();
    Map<Integer, List<CountQuery>> queries = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      starts.add(StatsRun.of(onePrompt, FOLDER));
      for (int size : millions) {
        CountQuery query = CountQuery.of(files.get(size));
        StatsRun run = StatsRun.of(files.get(size), FOLDER);
        assertThat(run.rollouts()).isEqualTo(query.rollouts()).isEqualTo(size * 1_000_000L);
        assertThat(run.solveRate()).isCloseTo(query.solveRate(), within(1e-9));
        assertThat(run.heapMebibytes()).isLessThanOrEqualTo(HEAP_MEBIBYTES);
        queries.computeIfAbsent(size, s -> new ArrayList<>()).add(query);
        runs.computeIfAbsent(size, s -> new ArrayList<>()).add(run);
      }
    }
    print(median(starts, StatsRun::seconds), runs, queries);
    System.out.printf(
        Locale.ROOT,
        "Medians of %d rounds, %d processors, load average %.1f before and %.1f after.%n",
        rounds,
        Runtime.getRuntime().availableProcessors(),
        loadBefore,
        load());
  }

  private static void print(
      double start, Map<Integer, List<StatsRun>> runs, Map<Integer, List<CountQuery>> queries) {
    System.out.printf(
        "%nmillion rollouts   galton s   of which start s   growth   heap MiB   resident MiB"
            + "   DuckDB s   growth   ratio   ratio without start%n");
    double statsBefore = 0;
    double queryBefore = 0;
    for (int size : runs.keySet()) {
      double stats = median(runs.get(size), StatsRun::seconds);
      double query = median(queries.get(size), CountQuery::seconds);
      System.out.printf(
          Locale.ROOT,
          "%16d %10.2f %18.2f %8s %10.0f %14.0f %10.2f %8s %7.1f %21.1f%n",
          size,
          stats,
          start,
          growth(statsBefore, stats - start),
          median(runs.get(size), StatsRun::heapMebibytes),
          median(runs.get(size), StatsRun::residentMebibytes),
          query,
          growth(queryBefore, query),
          stats / query,
          (stats - start) / query);
      statsBefore = stats - start;
      queryBefore = query;
    }
  }

  /** Against the size before; Galton's without its start. */
  private static String growth(double before, double now) {
    return before == 0 ? "" : String.format(Locale.ROOT, "x %.2f", now / before);
  }

  private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
