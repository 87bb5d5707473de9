package org.galton.study.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.selection.SimulationRequest.Size;
import org.galton.study.selection.row.SelectionArmRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelectionJobTest {
  private static final CaseColumns COLUMNS =
      new CaseColumns("issue", "patch", "test", "case", "before", "after", "resolved", "content");
  private static final String HEADER = "issue,patch,test,case,before,after";

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void theExampleHasTheKnownAnswers() {
    SelectionResult result = of(Path.of("examples/cases.csv"));
    assertThat(result.scores()).extracting("patch").containsExactly("A", "B", "C");
    assertThat(result.scores()).extracting("score").containsExactly(1.75, 1 / 3.0 + 1, 1.5);
    assertThat(result.rows()).singleElement().extracting("chosen").isEqualTo("A");
    assertThat(result.arms()).allMatch(arm -> arm.accuracy() == null && arm.known() == 0);
  }

  @Test
  void formatsOrderAndPartitionsChangeNothing() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int issue = 0; issue < 12; issue++) {
      for (int patch = 0; patch < 5; patch++) {
        for (int test = 0; test < 3; test++) {
          for (int at = 0; at < 4; at++) {
            boolean before = (issue + test * 3 + at) % 3 == 0;
            rows.add(
                "i,%d\"|%d|%d|%d|%s|%s|%b|%d"
                    .formatted(
                        issue,
                        patch,
                        test,
                        at,
                        before ? "PASS" : "FAIL",
                        (issue * 7 + patch % 3 * 5 + test * 3 + at * 2) % 8 < 4 ? "passed" : "0",
                        patch % 3 == 1,
                        patch % 3));
          }
        }
      }
    }
    Path csv = csv("cases.csv", rows);
    Collections.shuffle(rows, new Random(5));
    Path mixed = csv("mixed.csv", rows);
    Path parquet = folder.resolve("cases.parquet");
    spark
        .read()
        .option("header", "true")
        .option("escape", "\"")
        .csv(mixed.toString())
        .repartition(5)
        .write()
        .parquet(parquet.toString());

    SelectionResult first = of(csv);

    assertThat(first.rows()).hasSize(12);
    assertThat(first.rows().get(0).issue()).isEqualTo("i,0\"");
    for (Path other : List.of(mixed, parquet)) {
      SelectionResult again = of(other);
      assertThat(again.rows()).isEqualTo(first.rows());
      assertThat(again.scores()).isEqualTo(first.scores());
      assertThat(again.arms()).isEqualTo(first.arms());
    }
  }

  private Path csv(String name, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER + ",resolved,content");
    for (String row : rows) {
      String[] cells = row.split("\\|");
      cells[0] = '"' + cells[0].replace("\"", "\"\"") + '"';
      lines.add(String.join(",", cells));
    }
    return Files.write(folder.resolve(name), lines);
  }

  // Lines without the keys resolved and content are no cases without a status.
  @Test
  void linesOfJsonAreTheSameCases() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("plain.csv"), HEADER + "\na,1,t,1,FAIL,PASS\na,2,t,1,FAIL,FAIL\n");
    Path lines =
        Files.write(
            folder.resolve("plain.jsonl"),
            spark.read().option("header", "true").csv(csv.toString()).toJSON().collectAsList());
    assertThat(of(lines).rows()).isEqualTo(of(csv).rows()).isNotEmpty();
  }

  @Test
  void contradictionsAreRefused() throws IOException {
    refused(
        "a,1,t,1,FAIL,PASS\na,2,t,1,PASS,PASS",
        "issue 'a': case '1' of test 't' passes before one patch and fails before another");
    refused(
        "a,1,t,1,FAIL,PASS\na,1,t,1,FAIL,PASS",
        "issue 'a': patch '1' has case '1' of test 't' twice; expected each once");
    refused(
        "a,1,t,1,FAIL,PASS\na,1,t,2,FAIL,PASS\na,2,t,1,FAIL,PASS",
        "issue 'a': patch '2' has no row for case '2' of test 't'; expected every case");
    refused(
        "a,1,t,1,FAIL,MAYBE",
        "issue 'a', patch '1', test 't', case '1': column 'after' is 'MAYBE'; expected PASS or FAIL");
    refused("a,,t,1,FAIL,PASS", "column 2 of the key is empty; expected a name");
  }

  private void refused(String rows, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.csv"), HEADER + "\n" + rows + "\n");
    assertThatThrownBy(() -> of(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining(message);
  }

  @Test
  void identicalPatchesThatDifferInOutcomeAreRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.csv"),
            HEADER + ",resolved,content\na,1,t,1,FAIL,PASS,1,x\na,2,t,1,FAIL,PASS,0,x\n");
    assertThatThrownBy(() -> of(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("of two patches of the same content one is resolved, the other not");
  }

  @Test
  void identicalPatchesThatDifferInACaseAreRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.csv"),
            HEADER + ",content\na,1,t,1,FAIL,PASS,x\na,2,t,1,FAIL,FAIL,x\n");
    assertThatThrownBy(() -> of(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("one passes a case that the other fails");
  }

  @Test
  void patchesWithoutContentAreNotIdentical() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("some.csv"),
            HEADER + ",content\na,1,t,1,FAIL,PASS,x\na,2,t,1,FAIL,FAIL,\na,3,t,1,FAIL,PASS,\n");
    assertThat(of(file).scores()).extracting("copies").containsExactly(1, 1, 1);
  }

  @Test
  void choicesOfKnownSkillKeepTheirOrder() {
    SimulationRequest request =
        new SimulationRequest(
            30,
            List.of(0.3),
            List.of(0.0, 0.2),
            List.of(new Size(1, 1), new Size(10, 10)),
            0.5,
            4,
            5);
    SelectionResult result = new SelectionJob(spark).ofGenerated("run-1", request);

    assertThat(result.runs()).isPositive();
    assertThat(result.scores()).isEmpty();
    assertThat(result.issues())
        .hasSize(30)
        .allMatch(issue -> issue.text().contains("it should return"));
    for (double error : List.of(0.0, 0.2)) {
      double one = accuracy(result, error, 1, "selected");
      double ten = accuracy(result, error, 10, "selected");
      assertThat(ten).isGreaterThan(one).isLessThanOrEqualTo(accuracy(result, error, 10, "oracle"));
      assertThat(ten).isGreaterThan(accuracy(result, error, 10, "majority"));
      assertThat(one).isEqualTo(accuracy(result, error, 10, "first"));
    }
  }

  private static double accuracy(SelectionResult result, double error, int patches, String arm) {
    return result.arms().stream()
        .filter(row -> row.testError() == error && row.patches() == patches)
        .filter(row -> row.arm().equals(arm))
        .mapToDouble(SelectionArmRow::accuracy)
        .findFirst()
        .orElseThrow();
  }

  private SelectionResult of(Path cases) {
    return new SelectionJob(spark).ofCases("run-1", cases.toString(), COLUMNS);
  }
}
