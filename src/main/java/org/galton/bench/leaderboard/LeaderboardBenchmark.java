package org.galton.bench.leaderboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.galton.bench.Ratio;
import org.galton.bench.TimedCommand;

/**
 * Times {@code galton leaderboard} from start to end on rollouts and on a tenth of them. What it
 * takes for one rollout of each agent is its start, and is taken off. All take turns.
 *
 * @param script {@code galton}
 * @param folder for the files of rollouts
 * @param rollouts of the larger input
 * @param rounds of which medians are taken
 */
public record LeaderboardBenchmark(Path script, Path folder, long rollouts, int rounds) {
  private static final int STEP = 10;

  /**
   * Medians of the time from start to end.
   *
   * @param fewer a tenth of the rollouts
   * @param start of one rollout an agent
   * @param few of the fewer ones
   * @param many of all
   */
  public record Result(
      long rollouts,
      long fewer,
      TimedCommand.Time start,
      TimedCommand.Time few,
      TimedCommand.Time many) {

    /** Whether the fewer ones took longer than a start: else there is nothing to compare with. */
    public boolean isTimed() {
      return few.cpu() > start.cpu() && many.cpu() > start.cpu();
    }

    /**
     * How many times the processor time all take of a tenth of them, starts taken off: 10 where it
     * is linear. Time on the clock would tell of what else the machine did.
     */
    public double growth() {
      return (many.cpu() - start.cpu()) / (few.cpu() - start.cpu());
    }

    /** Rollouts in a second of processor time, without the start. */
    public double rate() {
      return rollouts / (many.cpu() - start.cpu());
    }

    public List<Ratio> ratios() {
      return isTimed()
          ? List.of(
              Ratio.lowerIsBetter(
                  "CPU time of the leaderboard of %,d rollouts of %d agents"
                      .formatted(rollouts, AgentRollouts.AGENTS),
                  "a tenth of them, starts taken off",
                  growth()))
          : List.of();
    }
  }

  /**
   * @param progress is told what is being done
   * @throws IllegalStateException when a leaderboard does not count all rollouts
   */
  public Result run(Consumer<String> progress) throws IOException, InterruptedException {
    progress.accept("write rollouts");
    long fewer = Math.max(AgentRollouts.AGENTS, rollouts / STEP);
    Path prices = AgentRollouts.prices(folder.resolve("prices.csv"));
    Path least = AgentRollouts.write(AgentRollouts.AGENTS, folder.resolve("least"));
    Path few = AgentRollouts.write(fewer, folder.resolve("few"));
    Path many = AgentRollouts.write(rollouts, folder.resolve("many"));
    List<TimedCommand.Time> starts = new ArrayList<>();
    List<TimedCommand.Time> fews = new ArrayList<>();
    List<TimedCommand.Time> manys = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      progress.accept("round %d of %d".formatted(round + 1, rounds));
      starts.add(time(least, prices, AgentRollouts.AGENTS));
      fews.add(time(few, prices, fewer));
      manys.add(time(many, prices, rollouts));
    }
    return new Result(rollouts, fewer, median(starts), median(fews), median(manys));
  }

  private TimedCommand.Time time(Path input, Path prices, long expected)
      throws IOException, InterruptedException {
    Path told = folder.resolve("leaderboard.json");
    TimedCommand.Time time =
        new TimedCommand(script)
            .run(
                List.of(),
                List.of(
                    "leaderboard",
                    "--json",
                    "--input",
                    input.toString(),
                    "--prices",
                    prices.toString()),
                "",
                told);
    JsonNode agents = new ObjectMapper().readTree(told.toFile()).path("agents");
    long counted = 0;
    for (JsonNode agent : agents) {
      counted += agent.path("attempts").asLong();
    }
    if (agents.size() != AgentRollouts.AGENTS || counted != expected) {
      throw new IllegalStateException(
          "Cannot time leaderboards: it has %d agents and %d rollouts; expected %d and %d"
              .formatted(agents.size(), counted, AgentRollouts.AGENTS, expected));
    }
    return time;
  }

  private static TimedCommand.Time median(List<TimedCommand.Time> runs) {
    return new TimedCommand.Time(
        median(runs, TimedCommand.Time::wall), median(runs, TimedCommand.Time::cpu));
  }

  private static double median(
      List<TimedCommand.Time> runs, ToDoubleFunction<TimedCommand.Time> figure) {
    double[] values = runs.stream().mapToDouble(figure).toArray();
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }
}
