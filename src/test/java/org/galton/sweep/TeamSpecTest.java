package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.galton.game.Style;
import org.galton.spec.SpecSource;
import org.galton.task.team.TeamOptions;
import org.galton.task.team.TeamTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Teams as specs write them. */
final class TeamSpecTest {
  private static SweepSpec read(String task) {
    String yaml =
        """
        sweep: teams
        seed: 1
        output: runs/teams
        models: [scripted:team]
        rollouts: 1
        sampling: {max_tokens: 64}
        tasks: [%s]
        """;
    return SweepSpec.read(
        new SpecSource("jobs/x.yaml", yaml.formatted(task), List.of()),
        path -> {
          throw new IOException("no file is named");
        });
  }

  @Test
  void everyKeyIsReadAndWritten() {
    SweepSpec spec =
        read(
            "{name: sums, kind: team, environment: lookup/hard, style: marks, tools: [search], turns: 3,"
                + " roles: {verifier: scripted:team, generator: builtin:abacus@8000}, prompts: 5}");
    assertThat(spec.tasks().get(0).task())
        .isEqualTo(
            new TeamTask(
                "sums",
                TeamOptions.of("lookup/hard")
                    .withStyle(Style.MARKS)
                    .withTools(List.of("search"))
                    .withTurns(3)
                    .withRoles(
                        Map.of("verifier", "scripted:team", "generator", "builtin:abacus@8000"))));
    assertThat(
            SweepSpec.read(
                new SpecSource("resolved", spec.toYaml(), List.of()),
                path -> {
                  throw new IOException("no file is named");
                }))
        .isEqualTo(spec);
    assertThat(
            read("{name: sums, kind: team, environment: arithmetic/easy, prompts: 5}")
                .tasks()
                .get(0)
                .task())
        .isEqualTo(new TeamTask("sums", TeamOptions.of("arithmetic/easy")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          environment: hanoi/easy                                    | 'environment' is 'hanoi/easy': expected one of arithmetic/easy, arithmetic/hard, lookup/easy, lookup/hard
          style: marks                                               | missing key 'environment'
          environment: arithmetic/easy, turns: 0                     | 'turns' is '0': expected a whole number from 1 to 100
          environment: arithmetic/easy, turns: 101                   | 'turns' is '101': expected a whole number from 1 to 100
          environment: arithmetic/easy, tools: [oracle]              | an item of 'tools' is 'oracle': expected one of calculator, search
          environment: arithmetic/easy, tools: []                    | expected
          environment: arithmetic/easy, roles: {critic: m}           | unknown key 'critic'
          environment: arithmetic/easy, roles: {planner: m}          | the planner is the model that is sampled
          environment: arithmetic/easy, roles: {verifier: 'runs/*'}  | model 'runs/*' of the verifier is a pattern: expected one model, without *
          environment: arithmetic/easy, roles: {verifier: 'endpoint:x'} | verifier: \
          """)
  void whatNoTeamCanBeIsRefusedWhileItsSpecIsRead(String keys, String problem) {
    assertThatThrownBy(() -> read("{name: sums, kind: team, prompts: 5, " + keys + "}"))
        .hasMessageStartingWith("Cannot read jobs/x.yaml line 7: ")
        .hasMessageContaining(problem.strip());
  }
}
