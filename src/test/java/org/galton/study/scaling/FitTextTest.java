package org.galton.study.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.console.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTextTest {
  @TempDir private Path folder;

  @Test
  void curvesRefusalsAndForecastsAreTold() throws IOException {
    FitResult result = result();
    assertThat(FitText.of(result))
        .isEqualTo(
            """
            series   status      R0 from         R0       A     low    high      B    C_mid    RMSE  points  max C/C_mid
            ───────  ──────────  ──────────  ──────  ──────  ──────  ──────  ─────  ───────  ──────  ──────  ───────────
            run=bad  DECREASING  fixed(0.4)    NULL    NULL    NULL    NULL   NULL     NULL    NULL       5         NULL
            run=one  OK          fixed(0.4)  0.4000  0.6409  0.6378  0.6443  1.640  9427.23  0.0006       8         4.46
            1 of 2 series fitted by least_squares
            run=bad: refused, the reward falls with compute: gain -0.4000
            run=bad: rows dropped, without a finite compute and reward or with compute below 0: 1
            run=one: the first half of the compute, 6 points, foretold the other 2 with a mean error of -0.0025 and a largest of 0.0026

            series   compute  forecast     low    high
            ───────  ───────  ────────  ──────  ──────
            run=one   420000    0.6405  0.6374  0.6437
            """);
  }

  @Test
  void theDocumentHasNullWhereThereIsNothing() throws IOException {
    JsonNode root = FitJson.of(result());
    assertThat(root.get("fitted").asInt()).isEqualTo(1);
    JsonNode bad = root.get("series").get(0);
    assertThat(bad.get("status").asText()).isEqualTo("DECREASING");
    assertThat(bad.get("asymptote").isNull()).isTrue();
    assertThat(bad.get("forecasts")).isEmpty();
    JsonNode one = root.get("series").get(1);
    assertThat(one.get("reason").isNull()).isTrue();
    assertThat(one.get("half").get("passed").asBoolean()).isTrue();
    assertThat(one.get("forecasts").get(0).get("compute").asDouble()).isEqualTo(420_000);
  }

  @Test
  void recipesAreToldFromTheHighestAToTheLowest() {
    List<RecipeSpread> recipes =
        List.of(
            new RecipeSpread("recipe=good", 3, 3, 0.61, 0.01, 0.01, 0.015, false),
            new RecipeSpread("recipe=near", 2, 1, 0.595, null, null, null, null));
    assertThat(AlternativesText.ofRecipes(recipes))
        .isEqualTo(
            """

            recipe       runs  fitted  mean A  deviation  half range  above the next  differs
            ───────────  ────  ──────  ──────  ─────────  ──────────  ──────────────  ───────
            recipe=good     3       3  0.6100     0.0100      0.0100          0.0150  no
            recipe=near     2       1  0.5950       NULL        NULL            NULL  NULL
            """);
    assertThat(AlternativesText.ofRecipes(List.of())).isEmpty();
  }

  private FitResult result() throws IOException {
    Path file = folder.resolve("runs.csv");
    Files.writeString(
        file,
        """
        run,compute,reward
        one,1500,0.412
        one,2500,0.425
        one,4000,0.447
        one,6500,0.484
        one,10000,0.527
        one,16000,0.570
        one,26000,0.602
        one,42000,0.622
        bad,1,0.9
        bad,2,0.8
        bad,3,0.7
        bad,4,0.6
        bad,5,0.5
        bad,6,
        """);
    FitRequest request =
        FitRequest.withDefaults().withStartingReward("0.4").withForecasts(List.of(420_000.0));
    return new FitJob(LocalSpark.session()).run(file.toString(), List.of("run"), request);
  }
}
