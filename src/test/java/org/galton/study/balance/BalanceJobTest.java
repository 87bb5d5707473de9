package org.galton.study.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.galton.balance.AttemptRule;
import org.galton.balance.vote.VoteRule;
import org.galton.console.LocalSpark;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.row.BalanceTables;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BalanceJobTest {
  /** Answers are printed to six decimals. */
  private static final double PRINTED = 5e-7;

  private static final List<String> VIOLATED =
      List.of("a,b,300", "b,a,100", "b,c,200", "c,b,100", "a,c,240", "c,a,20");

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void aViolatedTriangleHasItsKnownFigures() throws IOException {
    Path attempts = write("attempts.csv", "state,attempts", List.of("a,1000", "b,1000", "c,1000"));

    AgentBalance agent =
        only(run(moves("moves.csv", VIOLATED), request -> withAttempts(request, attempts)));

    LandscapeRow exp = agent.landscapes().get(0);
    assertThat(exp.kernel()).isEqualTo("exp");
    assertThat(exp.action()).isCloseTo(0.257409, within(PRINTED));
    assertThat(exp.actionLowerBound()).isCloseTo(0.255939, within(PRINTED));
    assertThat(exp.actionExcess()).isCloseTo(0.001470, within(PRINTED));
    assertThat(exp.pairR()).isCloseTo(0.98976, within(5e-6));
    assertThat(exp.pairMeanSquare()).isCloseTo(0.062671, within(PRINTED));
    assertThat(exp.attempts()).isEqualTo(3000);
    assertThat(exp.moves()).isEqualTo(960);
    assertThat(agent.landscapes().get(1).action()).isCloseTo(0.163175, within(PRINTED));
    Map<String, Double> potential = potential(agent, exp);
    assertThat(potential.get("a")).isCloseTo(1.121535, within(PRINTED));
    assertThat(potential.get("b")).isCloseTo(-0.124163, within(PRINTED));
    assertThat(potential.get("c")).isCloseTo(-0.997372, within(PRINTED));
    assertThat(test(agent, "cycle_chi_square").statistic()).isCloseTo(5.823673, within(PRINTED));
    assertThat(test(agent, "cycle_chi_square").pValue()).isCloseTo(0.015812, within(PRINTED));
    assertThat(test(agent, "deviance").statistic()).isCloseTo(6.253372, within(PRINTED));
    assertThat(test(agent, "triangles").statistic()).isCloseTo(5.823673, within(PRINTED));
    assertThat(test(agent, "triangles_published").statistic()).isCloseTo(5.428848, within(PRINTED));
    assertThat(test(agent, "entropy_production").statistic()).isCloseTo(0.003998926, within(5e-10));
    // 199 simulations of a p of about 0.015: its standard error is 0.009.
    assertThat(test(agent, "exact_cycle").pValue()).isBetween(0.004, 0.05);
    assertThat(test(agent, "exact_cycle").verdict()).isEqualTo("violated");
    assertThat(agent.cycles()).hasSize(1);
    assertThat(agent.cycles().get(0).affinity()).isCloseTo(Math.log(0.5), within(1e-12));
  }

  @Test
  void aTransientStateHasAnOrderAndNoPotential() throws IOException {
    List<String> claude =
        List.of(
            "ATT,PER,66",
            "ATT,PRO,20",
            "PER,ATT,3879",
            "PRO,ATT,3558",
            "TUR,ATT,4122",
            "BUZ,ATT,3859",
            "BUZ,TUR,238");

    AgentBalance agent =
        only(
            run(
                moves("claude.csv", claude),
                request ->
                    new BalanceRequest(
                        request.transitions(),
                        "",
                        CountColumn.COUNTS,
                        AttemptRule.UNIFORM,
                        0,
                        20_000,
                        0,
                        1,
                        List.of(),
                        0,
                        0.05,
                        1)));

    LandscapeRow exp = agent.landscapes().get(0);
    assertThat(exp.capped()).isEqualTo(1);
    assertThat(exp.components()).isEqualTo(3);
    assertThat(exp.action()).isCloseTo(0.077274, within(PRINTED));
    assertThat(exp.actionAtZero()).isCloseTo(0.781, within(1e-12));
    Map<String, Double> potential = potential(agent, exp);
    assertThat(potential).containsOnlyKeys("ATT", "PER", "PRO");
    assertThat(potential.get("PER") - potential.get("ATT")).isCloseTo(4.0737, within(5e-5));
    assertThat(potential.get("PRO") - potential.get("ATT")).isCloseTo(5.1812, within(5e-5));
    assertThat(agent.componentEdges()).hasSize(3);
    assertThat(agent.tests().get(0).verdict()).isEqualTo("untestable");
  }

  @Test
  void anAgentThatIsCalledAllIsNotTheUnnamedOne() throws IOException {
    String header = "condition,source,target,count";
    List<String> rows = Stream.of("all", "x").flatMap(c -> violated(c).stream()).toList();
    assertThat(run(write("named.csv", header, rows), request -> request).agents())
        .extracting(agent -> agent.key().condition())
        .containsExactly("all", "x");

    List<String> mixed = Stream.of("all", "").flatMap(c -> violated(c).stream()).toList();
    Path file = write("mixed.csv", header, mixed);
    Path output = folder.resolve("out");
    assertThatThrownBy(
            () ->
                new BalanceJob(spark)
                    .run(
                        BalanceRequest.of(file.toString()),
                        output.toString(),
                        new RunOrigin("", "test")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read %s: rows without condition stand beside rows whose condition is 'all', as tables call what is not named; expected one or the other; give those rows a name, or rename 'all'"
                .formatted(file));
    assertThat(output.resolve("landscapes")).doesNotExist();
    List<String> unnamed = Stream.of("x", "").flatMap(c -> violated(c).stream()).toList();
    assertThat(run(write("unnamed.csv", header, unnamed), request -> request).agents())
        .extracting(agent -> agent.key().condition())
        .containsExactly("all", "x");
  }

  private static List<String> violated(String condition) {
    return VIOLATED.stream().map(row -> condition + "," + row).toList();
  }

  @Test
  void agentsAreApartAndNothingDependsOnOrderOrPartitions() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int agent = 0; agent < 3; agent++) {
      Random random = new Random(agent);
      for (int walk = 0; walk < 5; walk++) {
        int state = 0;
        for (int step = 0; step < 200; step++) {
          int next = random.nextInt(6);
          rows.add(
              "e,agent-%d,w%d,s%d,%s,1".formatted(agent, walk, state, next == 5 ? "" : "s" + next));
          state = next == 5 ? state : next;
        }
      }
    }
    String header = "experiment,condition,rollout,source,target,count";
    Path sorted = write("sorted.csv", header, rows);
    Collections.shuffle(rows, new Random(9));
    Path mixed = write("mixed.csv", header, rows);
    BalanceRequest request = BalanceRequest.of(sorted.toString());

    List<AgentBalance> one = new BalanceJob(spark, 1).run(request).agents();

    assertThat(one).hasSize(3);
    assertThat(one.get(1).key()).isEqualTo(new AgentKey("e", "agent-1"));
    assertThat(one.get(0).landscapes().get(0).attempts()).isEqualTo(1000);
    assertThat(one.get(0).potentials().get(0).low()).isNotNull();
    BalanceRequest other = BalanceRequest.of(mixed.toString());
    assertThat(figures(new BalanceJob(spark, 2).run(other))).isEqualTo(figures(one));
    assertThat(figures(new BalanceJob(spark, 16).run(other))).isEqualTo(figures(one));
  }

  @Test
  void aRunsOwnTransitionsGiveTheSameAgain() throws IOException {
    Path moves = moves("moves.csv", VIOLATED);
    Path attempts = write("attempts.csv", "state,attempts", List.of("a,1000", "b,900", "c,1000"));
    Path output = folder.resolve("out");
    BalanceRequest request = withAttempts(BalanceRequest.of(moves.toString()), attempts);

    BalanceResult written =
        new BalanceJob(spark).run(request, output.toString(), new RunOrigin("", "test"));

    BalanceResult again = new BalanceJob(spark).run(BalanceRequest.of(output.toString()));
    assertThat(only(again).landscapes().get(0).action())
        .isEqualTo(only(written).landscapes().get(0).action());
    assertThat(only(again).landscapes().get(0).attempts()).isEqualTo(2900);
    OutputFolder tables =
        new OutputFolder(output.toString(), spark.sparkContext().hadoopConfiguration());
    assertThat(
            tables
                .ofRun(BalanceTables.LANDSCAPES, written.runId())
                .rows(BalanceTables.LANDSCAPES.rows()))
        .isEqualTo(only(written).landscapes());
    assertThat(
            tables
                .ofRun(BalanceTables.POTENTIALS, written.runId())
                .rows(BalanceTables.POTENTIALS.rows()))
        .isEqualTo(only(written).potentials());
    assertThat(tables.ofRun(BalanceTables.TESTS, written.runId()).rows(BalanceTables.TESTS.rows()))
        .isEqualTo(only(written).tests());
  }

  @Test
  void aUnanimousVoteOnABalancedKernelIsExactlySteeper() throws IOException {
    List<String> balanced =
        List.of("a,b,0.1", "b,a,0.2", "b,c,0.05", "c,b,0.15", "a,c,0.03", "c,a,0.18");

    AgentBalance agent =
        only(
            run(
                moves("kernel.csv", balanced),
                request ->
                    new BalanceRequest(
                        request.transitions(),
                        "",
                        CountColumn.PROBABILITIES,
                        AttemptRule.ATTEMPTS,
                        1,
                        0,
                        0,
                        1,
                        List.of(VoteRule.of("2:2"), VoteRule.of("3:3"), VoteRule.of("5:5")),
                        0,
                        0.05,
                        1)));

    assertThat(
            agent.landscapes().stream()
                .filter(row -> row.voteDraws() != null && row.kernel().equals("exp")))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.slope()).isCloseTo(row.voteAccept(), within(1e-9)));
    assertThat(agent.tests().get(0).test()).isEqualTo("kolmogorov");
    assertThat(agent.tests().get(0).verdict()).isEqualTo("not_rejected");
    assertThat(agent.voteKernels().get("2:2"))
        .filteredOn(move -> move.source().equals("a") && move.target().equals("b"))
        .singleElement()
        .satisfies(move -> assertThat(move.probability()).isCloseTo(0.01, within(1e-15)));
  }

  /** a, b and c are in balance to the last count; d, hardly ever tried from, is not. */
  @Test
  void whatIsDroppedIsInNoFigure() throws IOException {
    List<String> balanced = List.of("a,b,100", "b,a,200", "b,c,50", "c,b,150", "a,c,30", "c,a,180");
    List<String> sparse = List.of("a,d,40", "d,b,5", "b,d,1", "d,c,1", "c,d,30");
    Path three = write("three.csv", "state,attempts", List.of("a,1000", "b,1000", "c,1000"));
    Path four = write("four.csv", "state,attempts", List.of("a,1000", "b,1000", "c,1000", "d,8"));
    AgentBalance alone =
        only(run(moves("balanced.csv", balanced), request -> withMinN0(request, three, 10, 2)));
    List<String> all = Stream.concat(balanced.stream(), sparse.stream()).toList();

    AgentBalance agent =
        only(run(moves("sparse.csv", all), request -> withMinN0(request, four, 10, 2)));

    assertThat(test(agent, "exact_cycle").pValue()).isEqualTo(1);
    assertThat(test(agent, "exact_cycle").verdict()).isEqualTo("not_rejected");
    assertThat(test(agent, "cycle_chi_square").dof()).isEqualTo(1);
    assertThat(agent.tests()).isEqualTo(named(alone.tests(), agent));
    assertThat(agent.cycles()).hasSize(1);
    assertThat(agent.bounds()).isEmpty();
    assertThat(agent.binomialPotential()).isEqualTo(alone.binomialPotential());
    assertThat(agent.binomialPotential().get("b") - agent.binomialPotential().get("a"))
        .as("in units of 1/beta")
        .isCloseTo(Math.log(2) / 2, within(1e-9));
    assertThat(agent.landscapes().get(0).statesKept()).isEqualTo(3);
    assertThat(agent.landscapes().get(0).beta()).isEqualTo(2);
    assertThat(agent.landscapes().get(0).action()).isEqualTo(alone.landscapes().get(0).action());
  }

  @Test
  void withAllDroppedNothingIsTestable() throws IOException {
    Path attempts = write("attempts.csv", "state,attempts", List.of("a,1000", "b,1000", "c,1000"));
    AgentBalance agent =
        only(run(moves("m.csv", VIOLATED), request -> withMinN0(request, attempts, 1e9, 1)));

    assertThat(test(agent, "exact_cycle").verdict()).isEqualTo("untestable");
    assertThat(test(agent, "deviance").verdict()).isEqualTo("untestable");
    assertThat(agent.binomialPotential()).isEmpty();
    assertThat(agent.cycles()).isEmpty();
  }

  private static List<BalanceTestRow> named(List<BalanceTestRow> tests, AgentBalance agent) {
    return tests.stream()
        .map(
            row ->
                new BalanceTestRow(
                    agent.tests().get(0).runId(),
                    row.experiment(),
                    row.condition(),
                    row.test(),
                    row.statistic(),
                    row.dof(),
                    row.pValue(),
                    row.cycles(),
                    row.level(),
                    row.verdict()))
        .toList();
  }

  @Test
  void attemptsStandOnceForEachStateThatStepsStartFrom() throws IOException {
    Path moves = moves("moves.csv", VIOLATED);
    Path twice =
        write("twice.csv", "state,attempts", List.of("a,600", "a,400", "b,1000", "c,1000"));
    Path missing = write("missing.csv", "state,attempts", List.of("a,1000"));

    assertRefused(
        withAttempts(BalanceRequest.of(moves.toString()), twice),
        "Cannot use the attempts of the agent: state 'a' stands in two rows, with 400 and 600;"
            + " expected one row for each state");
    assertRefused(
        withAttempts(BalanceRequest.of(moves.toString()), missing),
        "Cannot use the attempts of the agent: state 'b' and 1 more has steps and no attempts;"
            + " expected a row for each state that steps start from");
  }

  @Test
  void countsThatDoNotFitAreRefused() throws IOException {
    Path many = moves("many.csv", List.of("a,b,9223372036854775807", "a,b,1", "b,a,1"));
    assertRefused(
        BalanceRequest.of(many.toString()),
        "Cannot analyse the agent of "
            + many
            + ": Invalid sum of steps, with those from state 'a' 9223372036854775808: expected at"
            + " most 9223372036854775807 in all");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws IOException {
    Path negative = moves("negative.csv", List.of("a,b,-3"));
    Path word = moves("word.csv", List.of("a,b,many"));
    Path nobody = moves("nobody.csv", List.of(",b,3"));
    Path header = moves("header.csv", List.of());
    Path columns = write("columns.csv", "source,target", List.of("a,b"));
    Path certain = moves("certain.csv", List.of("a,b,0.7", "a,c,0.6", "b,a,1"));
    Path few = write("few.csv", "state,attempts", List.of("a,500", "b,1000", "c,1000"));

    assertRefused(
        BalanceRequest.of(negative.toString()),
        "Cannot read %s: source 'a', target 'b': column 'count' is '-3'; expected a whole number of at least 0"
            .formatted(negative));
    assertRefused(
        BalanceRequest.of(word.toString()),
        "Cannot read %s: source 'a', target 'b': column 'count' is 'many'; expected a whole number of at least 0"
            .formatted(word));
    assertRefused(
        BalanceRequest.of(nobody.toString()),
        "Cannot read %s: target 'b': column 'source' is empty; expected a name in every row"
            .formatted(nobody));
    assertRefused(
        BalanceRequest.of(header.toString()),
        "Cannot read %s: there are no rows; expected columns source, target, count, and optionally experiment, condition, rollout"
            .formatted(header));
    assertRefused(
        BalanceRequest.of(columns.toString()),
        "Cannot read %s: no column 'count'; the columns are source, target; expected columns source, target, count, and optionally experiment, condition, rollout"
            .formatted(columns));
    assertRefused(
        withAttempts(BalanceRequest.of(moves("moves.csv", VIOLATED).toString()), few),
        "Cannot use the attempts of the agent: Invalid attempts of state 'a' 500: expected at least"
            + " the 540 steps that were counted from it");
    assertThatThrownBy(
            () ->
                new BalanceJob(spark)
                    .run(
                        new BalanceRequest(
                            certain.toString(),
                            "",
                            CountColumn.PROBABILITIES,
                            AttemptRule.ATTEMPTS,
                            1,
                            0,
                            0,
                            1,
                            List.of(),
                            0,
                            0.05,
                            1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Cannot analyse the agent of " + certain)
        .hasMessageContaining("'a'");
  }

  private static BalanceRequest withMinN0(
      BalanceRequest request, Path attempts, double minN0, double beta) {
    return new BalanceRequest(
        request.transitions(),
        attempts.toString(),
        request.counting(),
        request.rule(),
        minN0,
        0,
        0,
        beta,
        List.of(VoteRule.of("2:2")),
        request.replicates(),
        request.level(),
        request.seed());
  }

  private void assertRefused(BalanceRequest request, String message) {
    assertThatThrownBy(() -> new BalanceJob(spark).run(request))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(message);
  }

  private BalanceResult run(Path moves, UnaryOperator<BalanceRequest> settings) {
    return new BalanceJob(spark).run(settings.apply(BalanceRequest.of(moves.toString())));
  }

  private static BalanceRequest withAttempts(BalanceRequest request, Path attempts) {
    return new BalanceRequest(
        request.transitions(),
        attempts.toString(),
        request.counting(),
        request.rule(),
        request.minN0(),
        request.totalAttempts(),
        request.pseudo(),
        request.beta(),
        request.votes(),
        request.replicates(),
        request.level(),
        request.seed());
  }

  private static AgentBalance only(BalanceResult result) {
    assertThat(result.agents()).hasSize(1);
    return result.agents().get(0);
  }

  private static Map<String, Double> potential(AgentBalance agent, LandscapeRow landscape) {
    return agent.potentials(landscape).stream()
        .filter(row -> row.potential() != null)
        .collect(Collectors.toMap(PotentialRow::state, PotentialRow::potential));
  }

  private static BalanceTestRow test(AgentBalance agent, String name) {
    return agent.tests().stream().filter(row -> row.test().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> figures(BalanceResult result) {
    return figures(result.agents());
  }

  /** All rows but for the names of their runs. */
  private static List<String> figures(List<AgentBalance> agents) {
    return agents.stream().map(agent -> agent.toString().replaceAll("run-[0-9a-f-]+", "")).toList();
  }

  private Path moves(String name, List<String> rows) throws IOException {
    return write(name, "source,target,count", rows);
  }

  private Path write(String name, String header, List<String> rows) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(
        file, header + "\n" + rows.stream().map(row -> row + "\n").collect(Collectors.joining()));
    return file;
  }
}
