package org.galton.study.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.balance.vote.VoteRule;
import org.galton.cli.Galton;
import org.galton.console.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code galton balance} prints, and what it refuses before it reads anything. */
final class BalanceOutputTest {
  @TempDir private Path folder;

  @Test
  void figuresHaveTheirKnownValuesUnderTheirNames() throws IOException {
    Path moves =
        Files.writeString(
            folder.resolve("moves.csv"),
            """
            source,target,count
            a,b,300
            b,a,100
            b,c,200
            c,b,100
            a,c,240
            c,a,20
            a,,460
            b,,700
            c,,880
            d,a,5
            """);
    BalanceResult result =
        new BalanceJob(LocalSpark.session())
            .run(BalanceRequest.of(moves.toString()).withVotes(List.of(VoteRule.of("2:2"))));

    ObjectNode agent = (ObjectNode) BalanceJson.of(result).get("agents").get(0);

    assertThat(agent.get("states_total").asInt()).isEqualTo(4);
    assertThat(agent.get("components").toString()).isEqualTo("[[\"a\",\"b\",\"c\"],[\"d\"]]");
    assertThat(agent.get("component_edges").toString()).isEqualTo("[[1,0]]");
    assertThat(agent.at("/exp/potential/d").isNull()).isTrue();
    assertThat(agent.at("/exp/potential/a").asDouble()).isCloseTo(1.121535, within(5e-7));
    assertThat(agent.at("/exp/pair_plot/pearson_r").asDouble()).isCloseTo(0.98976, within(5e-6));
    assertThat(agent.at("/binomial/g2").asDouble()).isCloseTo(6.253372, within(5e-7));
    assertThat(agent.at("/binomial/p_value").asDouble()).isCloseTo(0.012396, within(5e-7));
    assertThat(agent.at("/cycle_test/edges").asInt()).isEqualTo(3);
    assertThat(agent.at("/cycle_test/chi2").asDouble()).isCloseTo(5.823673, within(5e-7));
    assertThat(agent.at("/triangles/chi2_per_n_released_script").asDouble())
        .isCloseTo(5.428848, within(5e-7));
    assertThat(agent.at("/exact_test/verdict").asText()).isEqualTo("violated");
    assertThat(agent.at("/exact_test/steps").asInt()).isPositive();
    assertThat(agent.at("/vote_2_2/kernel/0/source").asText()).isEqualTo("a");
    assertThat(agent.at("/vote_2_2/kernel/0/target").asText()).isEqualTo("b");
    assertThat(agent.at("/vote_2_2/kernel/0/probability").asDouble())
        .isCloseTo(0.09, within(1e-15));
    assertThat(agent.at("/vote_2_2/exp/slope").asDouble()).isBetween(1.5, 2.5);
    assertThat(agent.at("/bootstrap/a/support").asDouble()).isEqualTo(1);
    assertThat(agent.at("/one_sided_bounds/0/source").asText()).isEqualTo("d");

    assertThat(BalanceText.of(result).lines().toList())
        .startsWith(
            "the agent: 3,005 steps, 965 of them moves; 7 distinct moves between 4 states; N0"
                + " attempts.",
            "Of 2 components the largest has 3 states that lead to each other.")
        .anySatisfy(line -> assertThat(line).matches("2:2 +exp +[0-9.]+ .*"))
        .anySatisfy(line -> assertThat(line).startsWith("Deepest: c -0.997 ("))
        .anySatisfy(line -> assertThat(line).matches("exact cycle +0[.]0[0-9]+ +violated *"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--transitions x.csv --votes 4:2 | Invalid --votes: Invalid vote 4:2: expected M:n with n"
            + " from 3 to 4: two states could have 2 of 4 votes each",
        "--transitions x.csv --votes two | Invalid --votes: Invalid vote two: expected M:n, such as"
            + " 10:7 to accept what 7 of 10 draws or more agree on",
        "--transitions x.csv --level 1 | Invalid --level 1.0: expected a number above 0 and below"
            + " 1",
        "--transitions x.csv --beta 0 | Invalid --beta 0.0: expected a number above 0",
        "--transitions x.csv --exact --attempts y.csv | Cannot use --attempts with --exact:"
            + " probabilities have no attempts; leave one of them out",
        "--rollouts runs/none | Missing --votes: expected votes M:n for the stored rollouts, as in"
            + " --votes 2:2,3:2,5:3"
      })
  void whatIsAskedInVainIsRefused(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));

    int code = galton.execute(("balance " + arguments).split(" "));

    assertThat(err.toString().strip()).isEqualTo(message);
    assertThat(code).isEqualTo(2);
  }
}
