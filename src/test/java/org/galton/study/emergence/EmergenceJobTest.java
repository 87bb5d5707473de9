package org.galton.study.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.information.PidMeasure;
import org.galton.job.emergence.Games;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceEffectRow.Analysis;
import org.galton.study.emergence.row.EmergenceGroupRow;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.row.Quantity;
import org.galton.study.emergence.view.EmergenceClaims;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmergenceJobTest {
  private static final EmergenceSettings SETTINGS =
      EmergenceSettings.withDefaults()
          .withMeasures(List.of(PidMeasure.IMIN, PidMeasure.BROJA))
          .withSurrogates(40);

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Tag("slow")
  @Test
  void tablesDoNotDependOnPartitionsOrOnTheOrderOfRows() throws IOException {
    List<String> rows = Games.noise("plain", 6, 4, 20, 1);
    rows.addAll(Games.noise("persona", 5, 3, 12, 2));
    Path sorted = write("sorted", rows);
    Collections.shuffle(rows, new Random(3));
    Path mixed = write("mixed", rows);
    EmergenceSettings settings =
        SETTINGS.withNulls(List.of(NullModel.ROW, NullModel.OFFSET, NullModel.FUNCTIONAL));
    List<Window> windows = List.of(Window.WHOLE, new Window(15));

    List<List<String>> one = tables(sorted, settings, windows, 1);

    assertThat(one.get(0)).hasSize((11 + 6) * 3 * settings.statistics().size());
    assertThat(tables(mixed, settings, windows, 2)).isEqualTo(one);
    assertThat(tables(mixed, settings, windows, 16)).isEqualTo(one);
  }

  @Test
  void aWholeThatForetellsItselfSurvivesAndNoiseDoesNot() throws IOException {
    List<String> rows = Games.noise("noise", 8, 3, 60, 5);
    rows.addAll(Games.parity("parity", 8, 60, 6));
    Path input = write("games", rows);
    EmergenceSettings settings = SETTINGS.withNulls(List.of(NullModel.ROW, NullModel.SHIFT));

    EmergenceResult result = run(input, settings, List.of(Window.WHOLE));

    assertThat(result.groups()).isEqualTo(16);
    assertThat(result.statuses()).containsExactly(Map.entry("measured", 16));
    assertThat(stouffer(result, "parity")).isLessThan(0.01);
    assertThat(stouffer(result, "noise")).isGreaterThan(0.01);
    assertThat(EmergenceClaims.of(result.conditions())).hasSize(2 * 5);
  }

  @Test
  void furtherSurrogatesAreDrawnWhereTheFirstCannotDecide() throws IOException {
    Path input = write("games", Games.parity("parity", 8, 40, 6));
    EmergenceSettings settings =
        SETTINGS
            .withNulls(List.of(NullModel.SHIFT))
            .withSurrogates(20)
            .withMeasures(List.of(PidMeasure.MMI));

    List<EmergenceGroupRow> rows = groupRows(input, settings);

    // A p of 1/21 is the smallest that 20 surrogates have; two of eight would need 1/80.
    assertThat(rows).allSatisfy(row -> assertThat(row.trial().surrogates()).hasValue(20));
    assertThat(rows.stream().map(row -> row.trial().confirmedSurrogates()))
        .contains(OptionalInt.of(20), OptionalInt.of(1_000));
    assertThat(rows.stream().filter(row -> row.statistic().equals("i3")))
        .allSatisfy(
            row -> {
              double q = row.trial().qValue().orElseThrow();
              assertThat(q).isGreaterThanOrEqualTo(row.trial().confirmedPValue().orElseThrow());
              assertThat(row.significant()).hasValue(q <= 0.05);
              assertThat(row.reason()).isEmpty();
            })
        .anySatisfy(row -> assertThat(row.significant()).hasValue(true));
  }

  @Test
  void groupsThatCannotBeTestedHaveAStatusAndAReason() throws IOException {
    List<String> rows = Games.noise("short", 1, 3, 6, 1);
    rows.addAll(Games.noise("alone", 1, 1, 20, 1));
    rows.addAll(Games.noise("two", 1, 2, 20, 1));
    for (int round = 1; round <= 12; round++) {
      rows.add("still,g,%d,a,5,,".formatted(round));
      rows.add("still,g,%d,b,5,,".formatted(round));
    }
    Path input = write("odd", rows);
    EmergenceSettings settings =
        SETTINGS.withNulls(List.of(NullModel.FUNCTIONAL)).withMeasures(List.of(PidMeasure.MMI));

    List<EmergenceGroupRow> found = groupRows(input, settings);

    assertThat(of(found, "short", "capacity").facts().status()).isEqualTo("too_short");
    assertThat(of(found, "short", "capacity").value()).isEmpty();
    assertThat(of(found, "short", "capacity").reason())
        .hasValue("Cannot test group 'short/g00': its status is too_short");
    assertThat(of(found, "alone", "capacity").facts().status()).isEqualTo("too_few_agents");
    assertThat(of(found, "still", "capacity").facts().status()).isEqualTo("degenerate");
    assertThat(of(found, "still", "capacity").trial().pValue()).isEmpty();
    assertThat(of(found, "two", "capacity").trial().pValue()).isPresent();
    assertThat(of(found, "two", "i3").value()).isEmpty();
    assertThat(of(found, "two", "i3").reason()).hasValue("the group has no such figure");
  }

  private static EmergenceGroupRow of(
      List<EmergenceGroupRow> rows, String condition, String statistic) {
    return rows.stream()
        .filter(row -> row.place().condition().equals(condition))
        .filter(row -> row.statistic().equals(statistic))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void successIsComparedWithTheFirstRoundsOfGroupsThatLasted() throws IOException {
    List<String> rows = Games.noise("plain", 20, 3, 12, 1);
    rows.addAll(Games.noise("tom", 20, 3, 12, 2));
    rows.addAll(Games.noise("tom-short", 20, 3, 9, 3));
    EmergenceSettings settings =
        SETTINGS
            .withNulls(List.of(NullModel.SHIFT))
            .withMeasures(List.of(PidMeasure.MMI))
            .withSurrogates(19);

    EmergenceResult result = run(write("games", rows), settings, List.of(new Window(10)));

    assertThat(result.statuses())
        .containsExactly(Map.entry("measured", 40), Map.entry("ended_early", 20));
    assertThat(result.effects())
        .filteredOn(row -> row.isOf(Analysis.PERFORMANCE))
        .extracting(EmergenceEffectRow::term)
        .contains("intercept", "synergy", "redundancy", "synergy x redundancy");
    assertThat(result.effects())
        .filteredOn(row -> row.isOf(Analysis.MEDIATION) && row.subject().condition().equals("tom"))
        .extracting(EmergenceEffectRow::term)
        .contains("acme", "ade", "total");
    assertThat(result.effects())
        .filteredOn(row -> row.subject().statistic().equals("success"))
        .allSatisfy(row -> assertThat(row.numbers().estimate()).hasValue(0))
        .hasSize(3);
    assertThat(result.effects())
        .filteredOn(row -> row.isOf(Analysis.CONTRAST) && row.subject().statistic().equals("i3"))
        .singleElement()
        .satisfies(row -> assertThat(row.numbers().pValue().orElseThrow()).isBetween(0.0, 1.0));
    assertThat(result.roles()).extracting(RoleShare::groups).containsExactly(20, 20);
  }

  @Test
  void withoutNullModelsThereAreFiguresAndNoClaims() throws IOException {
    EmergenceResult result =
        run(
            write("games", Games.noise("plain", 2, 3, 12, 1)),
            SETTINGS.withNulls(List.of()),
            List.of(Window.WHOLE));

    assertThat(EmergenceClaims.of(result.conditions())).isEmpty();
    assertThat(result.conditions())
        .allSatisfy(
            row -> {
              assertThat(row.figure().nullModel()).isNull();
              assertThat(row.groups().value()).isEqualTo(2);
              assertThat(row.valueMean()).isPresent();
              assertThat(row.tests()).isEqualTo(EmergenceConditionRow.Tests.NONE);
            });
  }

  @Test
  void aNullThatNeedsTargetsIsRefusedWhereNoGroupHasOne() throws IOException {
    Path input =
        Files.writeString(
            folder.resolve("games.csv"), "group,round,agent,value\ng,1,a,1\ng,1,b,2\n");

    assertThatThrownBy(
            () ->
                run(
                    input,
                    SETTINGS.withNulls(List.of(NullModel.FUNCTIONAL)),
                    List.of(Window.WHOLE)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot test %s against the null functional: none of 1 groups has a target that its agents could search for; expected a column 'target' with the sum that they are to reach"
                .formatted(input));
    Path empty = Files.writeString(folder.resolve("none.csv"), "group,round,agent,value\n");
    assertThatThrownBy(() -> run(empty, SETTINGS, List.of(Window.WHOLE)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read %s: there are no values; expected".formatted(empty));
  }

  private List<EmergenceGroupRow> groupRows(Path input, EmergenceSettings settings) {
    Path output = folder.resolve("out");
    new EmergenceJob(spark)
        .run(
            new EmergenceRequest(input.toString(), settings, List.of(Window.WHOLE), 0.05),
            output.toString(),
            new RunOrigin("", "test"));
    OutputFolder tables =
        new OutputFolder(output.toString(), spark.sparkContext().hadoopConfiguration());
    return tables
        .ofRun(EmergenceTables.GROUPS, tables.runs(Table.RUNS).get(0))
        .rows(EmergenceTables.GROUPS.rows());
  }

  @Test
  void aConditionThatIsCalledAllIsNotTheUnnamedOneNorAllOfThem() throws IOException {
    List<String> rows = Games.noise("all", 4, 3, 12, 1);
    rows.addAll(Games.noise("x", 4, 3, 12, 2));

    EmergenceResult result = run(write("named", rows), SETTINGS, List.of(new Window(10)));

    assertThat(result.conditions())
        .extracting(row -> row.figure().condition())
        .containsOnly("all", "x");
    assertThat(result.effects())
        .extracting(EmergenceEffectRow::subject)
        .filteredOn(subject -> subject.condition() != null)
        .isNotEmpty()
        .allMatch(subject -> subject.condition().equals("x") && subject.baseline().equals("all"));
    assertThat(result.effects()).anyMatch(row -> row.subject().condition() == null);
    List<String> mixed = Games.noise("all", 2, 3, 12, 1);
    mixed.addAll(Games.noise("", 2, 3, 12, 2));
    Path file = write("mixed", mixed);
    assertThatThrownBy(() -> run(file, SETTINGS, List.of(Window.WHOLE)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read %s: rows without condition stand beside rows whose condition is 'all', as tables call what is not named; expected one or the other; give those rows a name, or rename 'all'"
                .formatted(file));
  }

  /** The p of I3 against the null shift. */
  private static double stouffer(EmergenceResult result, String condition) {
    return result.conditions().stream()
        .filter(row -> row.figure().condition().equals(condition))
        .filter(row -> row.shows(Quantity.I3))
        .filter(row -> row.figure().nullModel().equals("shift"))
        .findFirst()
        .orElseThrow()
        .tests()
        .stouffer()
        .pValue()
        .orElseThrow();
  }

  private EmergenceResult run(Path input, EmergenceSettings settings, List<Window> windows) {
    return new EmergenceJob(spark)
        .run(new EmergenceRequest(input.toString(), settings, windows, 0.05));
  }

  /** Without the id of the run. */
  private List<List<String>> tables(
      Path input, EmergenceSettings settings, List<Window> windows, int parts) {
    Path output = folder.resolve("out-" + parts + "-" + input.getFileName());
    new EmergenceJob(spark, parts)
        .run(
            new EmergenceRequest(input.toString(), settings, windows, 0.05),
            output.toString(),
            new RunOrigin("", "test"));
    OutputFolder tables =
        new OutputFolder(output.toString(), spark.sparkContext().hadoopConfiguration());
    String run = tables.runs(Table.RUNS).get(0);
    List<List<String>> all = new ArrayList<>();
    for (Table<?> table :
        List.of(
            EmergenceTables.GROUPS,
            EmergenceTables.PAIRS,
            EmergenceTables.TRIPLETS,
            EmergenceTables.AGENTS,
            EmergenceTables.DIFFERENTIATION,
            EmergenceTables.CONDITIONS,
            EmergenceTables.EFFECTS)) {
      all.add(
          tables.ofRun(table, run).rows(table.rows()).stream()
              .map(row -> row.toString().replace(run, "RUN"))
              .toList());
    }
    return all;
  }

  private Path write(String name, List<String> rows) throws IOException {
    Path path = Files.createDirectories(folder.resolve(name));
    int half = rows.size() / 2;
    Files.writeString(
        path.resolve("1.csv"), Games.HEADER + String.join("\n", rows.subList(0, half)) + "\n");
    Files.writeString(
        path.resolve("2.csv"),
        Games.HEADER + String.join("\n", rows.subList(half, rows.size())) + "\n");
    return path;
  }
}
