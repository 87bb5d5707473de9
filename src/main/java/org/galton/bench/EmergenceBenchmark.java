package org.galton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.NullModel;
import org.galton.emergence.Observation;
import org.galton.emergence.diagnosis.Counting;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.information.PidMeasure;

/**
 * Times the emergence diagnostics of surrogates under the nulls row and shift, on all cores: in
 * words of bits, with the measure that needs a search, in tables, and with more agents, rounds and
 * groups. Each cell is warmed up by a part of itself.
 *
 * @param groups of simulated agents
 * @param agents in each
 * @param rounds of each
 * @param surrogates of each group under each null
 */
public record EmergenceBenchmark(int groups, int agents, int rounds, int surrogates) {
  private static final List<NullModel> NULLS = List.of(NullModel.ROW, NullModel.SHIFT);
  private static final List<PidMeasure> CLOSED = List.of(PidMeasure.IMIN, PidMeasure.MMI);
  private static final List<PidMeasure> SEARCHED =
      List.of(PidMeasure.IMIN, PidMeasure.MMI, PidMeasure.BROJA);

  public EmergenceBenchmark {
    if (groups < 1 || agents < 2 || rounds < 10 || surrogates < 1) {
      throw new IllegalArgumentException(
          ("Invalid benchmark of %d groups, %d agents, %d rounds, %d surrogates: expected 1, 2, 10"
                  + " and 1 or more")
              .formatted(groups, agents, rounds, surrogates));
    }
  }

  /** What is timed. */
  public record Cell(
      int groups,
      int agents,
      int rounds,
      int surrogates,
      List<PidMeasure> measures,
      Counting counting) {

    /** Of all groups under both nulls. */
    public long replicates() {
      return (long) NULLS.size() * groups * surrogates;
    }
  }

  /**
   * One cell's time.
   *
   * @param seconds wall time on all cores
   * @param cpuSeconds processor time of all threads
   */
  public record Timing(Cell cell, double seconds, double cpuSeconds) {
    /** On one core. */
    public double microsecondsPerSurrogate() {
      return 1e6 * cpuSeconds / cell.replicates();
    }
  }

  /**
   * What was measured.
   *
   * @param main imin and mmi
   * @param searched with broja
   * @param tables as the main one, in tables, with fewer surrogates
   * @param growth as the main one, with fewer groups and other numbers of agents and rounds
   */
  public record Result(
      int threads, Timing main, Timing searched, Timing tables, List<Timing> growth) {

    /** CPU time of a surrogate in tables over that in words of bits. */
    public double speedup() {
      return tables.microsecondsPerSurrogate() / main.microsecondsPerSurrogate();
    }

    public List<Ratio> ratios() {
      return List.of(
          Ratio.higherIsBetter("surrogates in words of bits a CPU second", "tables", speedup()),
          Ratio.lowerIsBetter(
              "CPU time of a surrogate with broja",
              "imin and mmi alone",
              searched.microsecondsPerSurrogate() / main.microsecondsPerSurrogate()));
    }
  }

  /**
   * @param progress is told what is being done
   */
  public Result run(Consumer<String> progress) {
    progress.accept("timing imin and mmi");
    Timing main = time(cell(groups, agents, rounds, surrogates, CLOSED));
    progress.accept("timing broja");
    Timing searched = time(cell(groups, agents, rounds, Math.max(1, surrogates / 4), SEARCHED));
    progress.accept("timing tables");
    Timing tables =
        time(
            new Cell(
                Math.max(1, groups / 10),
                agents,
                rounds,
                Math.max(1, surrogates / 4),
                CLOSED,
                Counting.TABLES));
    progress.accept("timing growth");
    List<Timing> growth = new ArrayList<>();
    int fewer = Math.max(1, groups / 10);
    for (int other : new int[] {5, 10, 20, 40}) {
      growth.add(time(cell(fewer, other, rounds, surrogates, CLOSED)));
    }
    for (int other : new int[] {10, 20, 40, 64}) {
      growth.add(time(cell(fewer, agents, other, surrogates, CLOSED)));
    }
    for (int share : new int[] {4, 2}) {
      growth.add(time(cell(Math.max(1, groups / share), agents, rounds, surrogates, CLOSED)));
    }
    return new Result(
        Runtime.getRuntime().availableProcessors(), main, searched, tables, List.copyOf(growth));
  }

  private static Cell cell(
      int groups, int agents, int rounds, int surrogates, List<PidMeasure> measures) {
    return new Cell(groups, agents, rounds, surrogates, measures, Counting.FASTEST);
  }

  private static Timing time(Cell cell) {
    GroupDiagnostics diagnostics =
        GroupDiagnostics.with(
                EmergenceSettings.withDefaults()
                    .withMeasures(cell.measures())
                    .withSurrogates(cell.surrogates()))
            .with(cell.counting());
    List<GroupTrajectory> trajectories =
        IntStream.range(0, cell.groups()).mapToObj(group -> simulated(cell, group)).toList();
    test(diagnostics, trajectories.subList(0, (cell.groups() + 9) / 10));
    Stopwatch watch = new Stopwatch();
    test(diagnostics, trajectories);
    return new Timing(cell, watch.seconds(), watch.cpuSeconds());
  }

  private static void test(GroupDiagnostics diagnostics, List<GroupTrajectory> groups) {
    groups.parallelStream()
        .forEach(group -> NULLS.forEach(model -> diagnostics.nulls(group, model)));
  }

  private static GroupTrajectory simulated(Cell cell, int group) {
    SplittableRandom random = new SplittableRandom(group);
    List<Observation> observations = new ArrayList<>();
    for (int round = 1; round <= cell.rounds(); round++) {
      for (int i = 0; i < cell.agents(); i++) {
        observations.add(new Observation(round, "agent " + i, random.nextInt(51)));
      }
    }
    return GroupTrajectory.of("group " + group, observations);
  }
}
