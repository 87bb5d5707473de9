package org.galton.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times {@code galton stats} with all its figures, from start to end, beside DuckDB that computes
 * the same counts of the same file, and beside its bare count. What Galton takes for a single
 * prompt is its start, and is taken off. All take turns.
 *
 * @param script {@code galton}
 * @param folder for the files of rollouts
 * @param rounds of which medians are taken
 */
public record StatsBenchmark(Path script, Path folder, int rounds) {
  private static final double SAME = 1e-9;

  /**
   * Medians of one size, in seconds.
   *
   * @param start from start to end of one prompt's statistics
   * @param stats from start to end
   * @param startCpu processor time of the former
   * @param statsCpu processor time of the latter
   * @param counts of DuckDB: n and c of each prompt, and votes of each answer
   * @param bare of DuckDB: n and c of each prompt
   */
  public record Row(
      long rollouts,
      double start,
      double stats,
      double startCpu,
      double statsCpu,
      double counts,
      double bare) {

    /** Whether it took longer than its start: else the file is too small to be timed. */
    public boolean isTimed() {
      return stats > start;
    }

    /** Without the start, over DuckDB's same counts. */
    public double ratio() {
      return (stats - start) / counts;
    }

    /** Without the start, over DuckDB's bare count. */
    public double bareRatio() {
      return (stats - start) / bare;
    }

    /** Rollouts in a second, without the start. */
    public double rate() {
      return rollouts / (stats - start);
    }
  }

  /** Of these numbers of prompts, each of {@link ScoredRollouts#PER_PROMPT} rollouts. */
  public List<Row> run(List<Integer> prompts)
      throws IOException, InterruptedException, SQLException {
    Path one = folder.resolve("one-prompt.parquet");
    ScoredRollouts.write(1, one);
    List<Row> rows = new ArrayList<>();
    for (int size : prompts) {
      Path file = folder.resolve(size + "-prompts.parquet");
      ScoredRollouts.write(size, file);
      rows.add(row(one, file, (long) size * ScoredRollouts.PER_PROMPT));
    }
    return List.copyOf(rows);
  }

  private Row row(Path one, Path file, long rollouts)
      throws IOException, InterruptedException, SQLException {
    List<TimedCommand.Time> starts = new ArrayList<>();
    List<TimedCommand.Time> stats = new ArrayList<>();
    List<CountQuery.Answer> counts = new ArrayList<>();
    List<CountQuery.Answer> bare = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Path told = folder.resolve("stats.json");
      starts.add(time(one, told));
      bare.add(CountQuery.BARE.of(file));
      counts.add(CountQuery.COUNTS.of(file));
      stats.add(time(file, told));
      check(
          new ObjectMapper().readTree(told.toFile()).get("models").get(0),
          rollouts,
          counts.get(round));
    }
    return new Row(
        rollouts,
        median(starts, TimedCommand.Time::wall),
        median(stats, TimedCommand.Time::wall),
        median(starts, TimedCommand.Time::cpu),
        median(stats, TimedCommand.Time::cpu),
        median(counts, CountQuery.Answer::seconds),
        median(bare, CountQuery.Answer::seconds));
  }

  private TimedCommand.Time time(Path file, Path told) throws IOException, InterruptedException {
    return new TimedCommand(script)
        .run(List.of(), List.of("stats", "--json", "--input", file.toString()), "", told);
  }

  /** A time of another result is none. */
  private static void check(JsonNode model, long rollouts, CountQuery.Answer counted) {
    double rate = solveRate(model);
    if (model.get("rollouts").asLong() != rollouts
        || counted.rollouts() != rollouts
        || Math.abs(rate - counted.solveRate()) > SAME) {
      throw new IllegalStateException(
          "Cannot compare: galton stats counts %d rollouts, pass@1 %s, DuckDB %d, %s; expected %d and the same rate"
              .formatted(
                  model.get("rollouts").asLong(),
                  rate,
                  counted.rollouts(),
                  counted.solveRate(),
                  rollouts));
    }
  }

  private static double solveRate(JsonNode model) {
    for (JsonNode figure : model.get("metrics")) {
      if (figure.get("metric").asText().equals("pass@k") && figure.get("k").asInt() == 1) {
        return figure.get("value").asDouble();
      }
    }
    throw new IllegalStateException("galton stats printed no pass@1");
  }

  private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
    return StartsBenchmark.median(runs.stream().mapToDouble(figure).toArray());
  }
}
