package org.galton.job.emergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.galton.cli.LocalSpark;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.information.PidMeasure;
import org.galton.report.EmergenceClaims;
import org.galton.table.EmergenceConditionRow;
import org.galton.table.EmergenceGroupRow;
import org.galton.table.OutputFolder;
import org.galton.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmergenceJobTest {
  private static final EmergenceSettings SETTINGS =
      EmergenceSettings.withDefaults()
          .withMeasures(List.of(PidMeasure.IMIN, PidMeasure.BROJA))
          .withSurrogates(40);

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void tablesDoNotDependOnPartitionsOrOnTheOrderOfRows() throws IOException {
    List<String> rows = Games.noise("plain", 6, 4, 20, 1);
    rows.addAll(Games.noise("persona", 5, 3, 12, 2));
    Path sorted = write("sorted", rows);
    Collections.shuffle(rows, new Random(3));
    Path mixed = write("mixed", rows);
    EmergenceSettings settings =
        SETTINGS.withNulls(List.of(NullModel.ROW, NullModel.SHIFT, NullModel.FUNCTIONAL));
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

    EmergenceResult result = run(input, SETTINGS, List.of(Window.WHOLE));

    assertThat(result.groups()).isEqualTo(16);
    assertThat(result.statuses()).containsExactly(Map.entry("measured", 16));
    assertThat(row(result, "parity", "i3", "shift").stoufferPValue()).isLessThan(0.01);
    assertThat(row(result, "noise", "i3", "shift").stoufferPValue()).isGreaterThan(0.01);
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
    assertThat(rows).allSatisfy(row -> assertThat(row.surrogates()).isEqualTo(20));
    assertThat(rows.stream().map(EmergenceGroupRow::confirmedSurrogates)).contains(20, 1_000);
    assertThat(rows.stream().filter(row -> row.statistic().equals("i3")))
        .allSatisfy(
            row -> {
              assertThat(row.qValue()).isGreaterThanOrEqualTo(row.confirmedPValue());
              assertThat(row.significant()).isEqualTo(row.qValue() <= 0.05);
              assertThat(row.reason()).isNull();
            })
        .anySatisfy(row -> assertThat(row.significant()).isTrue());
  }

  private List<EmergenceGroupRow> groupRows(Path input, EmergenceSettings settings) {
    Path output = folder.resolve("out");
    new EmergenceJob(spark)
        .run(
            new EmergenceRequest(input.toString(), settings, List.of(Window.WHOLE), 0.05),
            output.toString(),
            "test");
    OutputFolder tables =
        new OutputFolder(output.toString(), spark.sparkContext().hadoopConfiguration());
    return tables
        .ofRun(Table.EMERGENCE_GROUPS, tables.runs(Table.RUNS).get(0))
        .rows(Table.EMERGENCE_GROUPS.rows());
  }

  private static EmergenceConditionRow row(
      EmergenceResult result, String condition, String statistic, String model) {
    return result.conditions().stream()
        .filter(row -> row.condition().equals(condition))
        .filter(row -> row.statistic().equals(statistic))
        .filter(row -> row.nullModel().equals(model))
        .findFirst()
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
            "test");
    OutputFolder tables =
        new OutputFolder(output.toString(), spark.sparkContext().hadoopConfiguration());
    String run = tables.runs(Table.RUNS).get(0);
    List<List<String>> all = new ArrayList<>();
    for (Table<?> table :
        List.of(
            Table.EMERGENCE_GROUPS,
            Table.EMERGENCE_PAIRS,
            Table.EMERGENCE_TRIPLETS,
            Table.EMERGENCE_AGENTS,
            Table.EMERGENCE_CONDITIONS)) {
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
