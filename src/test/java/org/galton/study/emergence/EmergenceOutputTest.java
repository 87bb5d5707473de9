package org.galton.study.emergence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.galton.cli.Galton;
import org.galton.console.LocalSpark;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code galton emergence} prints, and what it refuses before it reads anything. */
final class EmergenceOutputTest {
  @TempDir private Path folder;

  @Test
  void figuresStandBesideEachNullModelAndEveryClaimIsASentence() throws IOException {
    Path input = noise();
    EmergenceSettings settings =
        EmergenceSettings.withDefaults().withMeasures(List.of(PidMeasure.MMI)).withSurrogates(19);
    EmergenceResult result =
        new EmergenceJob(LocalSpark.session())
            .run(new EmergenceRequest(input.toString(), settings, List.of(Window.WHOLE), 0.05));

    String text = EmergenceText.of(result);
    ObjectNode json = EmergenceJson.of(result);

    assertThat(text.lines().toList())
        .startsWith(
            input + ": 5 groups (5 measured), bits beside 19 surrogates of each null model",
            "",
            "plain:")
        .anySatisfy(line -> assertThat(line).matches("capacity +mmi +row +5 .*%.*"))
        .anySatisfy(line -> assertThat(line).matches("s_macro +offset +5 .*%.*"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "plain: that pairs of agents tell more together than apart (survives|fails)"
                            + " .*offset.*\\."))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("plain: agents differ in level or trend in [0-5] of 5 groups .*"));
    assertThat(json.get("groups").asInt()).isEqualTo(5);
    assertThat(json.get("statuses").get("measured").asInt()).isEqualTo(5);
    assertThat(json.get("conditions").get(0).get("statistic").asText()).isEqualTo("capacity");
    assertThat(json.get("conditions").get(0).get("stouffer_p_value").isNumber()).isTrue();
    assertThat(json.get("conditions").get(0).has("run_id")).isFalse();
    assertThat(json.get("claims").size()).isEqualTo(5 + 1);
  }

  private Path noise() throws IOException {
    Random random = new Random(1);
    StringBuilder csv = new StringBuilder("condition,group,round,agent,value\n");
    for (int group = 0; group < 5; group++) {
      for (int round = 1; round <= 12; round++) {
        for (int agent = 0; agent < 3; agent++) {
          csv.append("plain,g%d,%d,a%d,%d%n".formatted(group, round, agent, random.nextInt(51)));
        }
      }
    }
    return Files.writeString(folder.resolve("games.csv"), csv);
  }

  @Tag("slow")
  @Test
  void everyChoiceOfBinsAndEstimatorIsSetBesideTheOneAskedFor() throws IOException {
    Path input = noise();
    EmergenceSettings settings =
        EmergenceSettings.withDefaults()
            .withMeasures(List.of(PidMeasure.BROJA))
            .withNulls(List.of(NullModel.SHIFT))
            .withSurrogates(19);

    List<SensitivityCell> cells =
        new SensitivityJob(LocalSpark.session())
            .run(new EmergenceRequest(input.toString(), settings, List.of(Window.WHOLE), 0.05));

    // capacity, capacity_max, s_macro, i3 and g3; Miller-Madow with another measure.
    assertThat(cells).hasSize(2 * 3 * 5);
    assertThat(cells.get(0).change()).isEqualTo(SensitivityCell.Change.NONE);
    assertThat(SensitivityTable.of(cells).lines().toList())
        .anySatisfy(
            line -> assertThat(line).matches("plain +all +i3 +shift +3 +plug-in +-?[0-9].*"))
        .anySatisfy(
            line ->
                assertThat(line).matches("plain +all +capacity +mmi +shift +2 +miller-madow .*"))
        .last()
        .asString()
        .matches(
            "[0-9]+ of 30 cells differ in sign or significance from the one that was asked for");
    assertThat(EmergenceJson.of(cells).get(0).get("estimator").asText()).isEqualTo("jeffreys");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--nulls=row,rows;Invalid --nulls 'rows': expected some of row, offset, shift, block, time"
            + " and functional, or none alone",
        "--windows=whole,one;Invalid window 'one': expected whole, or a number of rounds from the"
            + " start, 2 or more",
        "--estimator=ksg;Invalid --estimator ksg: expected plug-in, jeffreys, james-stein or"
            + " miller-madow",
        "--bins=1;Invalid --bins 1: expected a whole number from 2 to 50",
        "--level=1;Invalid --level 1.0: expected a number above 0 and below 1"
      })
  void anOptionThatCannotBeIsRefusedWithExitCodeTwo(String option, String message) {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));

    int code = galton.execute("emergence", "--trajectories", "none.csv", option);

    assertThat(err.toString().strip()).isEqualTo(message);
    assertThat(code).isEqualTo(2);
  }
}
