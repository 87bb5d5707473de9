package org.galton.study.deepsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunTables;
import org.galton.search.backup.SearchSettings;
import org.galton.spec.InvalidInput;
import org.galton.study.deepsearch.row.DeepSearchNodeRow;
import org.galton.study.deepsearch.row.DeepSearchTables;
import org.galton.study.deepsearch.row.DeepSearchTreeRow;
import org.galton.study.deepsearch.view.DeepSearchPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeepSearchJobTest {
  private static final String REPLAYED =
      "q,0,,0.9,\nq,1,,1.4,\nq,0.0,wrong,0.3,\nq,0.1,,1.1,\nq,0.2,wrong,0.8,\nq,1.0,,0.7,\n"
          + "q,1.1,,1.6,\nq,0.1.0,wrong,0.4,\nq,1.0.0,correct,0.5,\nq,1.1.0,,0.6,\n";

  /** Four trajectories on one path, whose values are printed in the paper's terms. */
  private static final String RECORDED =
      ",0,,1,\n,0.0,,1,\n,0.0.0,wrong,1,1\n,0.0.1,wrong,1,2\n,0.0.2,correct,1,3\n"
          + ",0.0.3,incomplete,1,4\n,1,,3,\n";

  private final SparkSession spark = LocalSpark.session();

  @TempDir private Path folder;

  @Test
  void whatTheInputSaysWasBackedUpIs() throws IOException {
    DeepSearchResult result = run(input(RECORDED));
    DeepSearchTreeRow tree = result.trees().get(0);
    assertThat(tree.tree()).isEqualTo("all");
    assertThat(tree.replayed()).isFalse();
    assertThat(tree.backedUp()).isEqualTo(4);
    assertThat(tree.meanReward()).hasValue(-0.5);
    assertThat(tree.selectedDefault()).hasValue("1");
    assertThat(node(result, "").qPaper()).isEqualTo(0.1, within(1e-15));
    assertThat(node(result, "0").qPaper()).isEqualTo(1 / 3.0, within(1e-15));
    assertThat(node(result, "0.0").qPaper()).isEqualTo(2 / 3.0, within(1e-15));
    assertThat(node(result, "0.0").qReleasedCode()).isEqualTo(0.75);
    assertThat(node(result, "0.0").visits()).isEqualTo(4);
    assertThat(node(result, "0.0").clipped()).isEqualTo(Math.tanh(2 / 3.0), within(1e-15));
    assertThat(node(result, "0.0").advantage()).hasValue(Math.tanh(2 / 3.0) + 0.5);
    assertThat(node(result, "0.0.2").backup()).hasValue(3);
    double score = 0.4 * Math.tanh(0.1 / 4) + 0.01 * Math.sqrt(1 / 64.0);
    assertThat(node(result, "1").frontierDefault().orElseThrow()).isEqualTo(score, within(1e-15));
    assertThat(node(result, "1").frontierWithEntropy().orElseThrow())
        .isEqualTo(score + 0.4 * 3, within(1e-15));
    assertThat(node(result, "0").frontierDefault()).isEmpty();
  }

  @Test
  void withoutBackupsTheSearchIsReplayedUntilItAsksForMore() throws IOException {
    RecordedRun recorded = RecordedRun.begin(spark, "deepsearch", new RunOrigin("", "test"));
    DeepSearchResult result =
        new DeepSearchJob(spark)
            .run(request(input(REPLAYED + "r,0,correct,1,\n"), 8), recorded.name());
    recorded.write(folder.resolve("out").toString(), result::write);
    RunTables run =
        RunTables.at(
            folder.resolve("out").toString(), recorded.name().runId(), new Configuration());
    List<DeepSearchTreeRow> trees = run.rows(DeepSearchTables.TREES, row -> true);
    List<DeepSearchNodeRow> nodes = run.rows(DeepSearchTables.NODES, row -> true);
    assertThat(trees).isEqualTo(result.trees());
    assertThat(nodes).isEqualTo(result.nodes());
    assertThat(trees).extracting(DeepSearchTreeRow::tree).containsExactly("q", "r");
    assertThat(trees.get(0).asked()).hasValue("1.1.0");
    assertThat(trees.get(0).ended()).hasValue("unrecorded");
    assertThat(trees.get(0).given()).isEqualTo(11);
    assertThat(trees.get(0).nodes()).as("0.1 was never expanded").isEqualTo(10);
    assertThat(trees.get(1).ended()).hasValue("exhausted");
    assertThat(trees.get(1).selectedDefault()).isEmpty();
    assertThat(nodes).extracting(DeepSearchNodeRow::node).doesNotContain("0.1.0");

    JsonNode json = DeepSearchText.json(result);
    assertThat(json.at("/trees/0/asked").asText()).isEqualTo("1.1.0");
    assertThat(json.at("/nodes/0/node").asText()).isEqualTo("root");
    assertThat(DeepSearchText.of(result, 2)).contains("… and 10 more nodes");
    assertThat(DeepSearchPage.of(run.run(), trees, nodes).finding())
        .isEqualTo("2 of 2 trees have a right trajectory; 3 trajectories were backed up.");

    DeepSearchResult one =
        new DeepSearchJob(spark).run(request(input(REPLAYED), 1), recorded.name());
    assertThat(one.trees().get(0).ended()).hasValue("trajectories");
    assertThat(one.trees().get(0).selectedDefault()).hasValue("1");
    assertThat(one.trees().get(0).selectedWithEntropy()).hasValue("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",0.1,wrong,1, | node '0.1': it has no parent '0'; expected a row for each of its prefixes",
        ",0,wrong,1,;,0,wrong,1, | node '0': it has two rows; expected one row a node",
        ",,,,;,,,, | the root: it has two rows; expected one row a node",
        ",,wrong,, | the root: it has an outcome; expected steps below it: it is the question",
        "q,0,wrong,1,;q,0.0,,1, | tree 'q', node '0.0': its parent ends a trajectory; expected no"
            + " steps after an outcome",
        ",0,right,1, | node '0': column 'outcome' is 'right'; expected correct, wrong, incomplete,"
            + " or nothing",
        ",0,wrong,NaN, | node '0': column 'entropy' is 'NaN'; expected a finite number of nats",
        ",0,,1,1 | node '0': it has a backup and no outcome; expected a backup where one ends",
        ",0,wrong,1,1;,1,wrong,1,1 | node '1': backup 1 is that of node '0' too; expected numbers"
            + " that say the order",
        ",0,wrong,1,x | node '0': column 'backup' is 'x'; expected a whole number from 0 to"
            + " 2147483647",
        ",0,,1,;,0.0,,1,;,0.0.0,,1,;,0.0.0.0,,1, | node '0.0.0.0': it is 4 steps deep; expected at"
            + " most 3, as --depth-limit says",
      })
  void whatIsNoTreeOfStepsIsRefused(String rows, String problem) throws IOException {
    Path input = input(rows.replace(';', '\n') + "\n");
    DeepSearchRequest request =
        new DeepSearchRequest(
            input.toString(), SearchSettings.withDefaults().withDepthLimit(3), 0.4);
    assertThatThrownBy(() -> run(request))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot read " + input + ": " + problem);
  }

  private DeepSearchResult run(Path input) {
    return run(request(input, 8));
  }

  private DeepSearchResult run(DeepSearchRequest request) {
    return new DeepSearchJob(spark)
        .run(request, RecordedRun.begin(spark, "deepsearch", new RunOrigin("", "test")).name());
  }

  private static DeepSearchRequest request(Path input, int backups) {
    return new DeepSearchRequest(
        input.toString(), SearchSettings.withDefaults().withTrajectories(backups), 0.4);
  }

  private static DeepSearchNodeRow node(DeepSearchResult result, String name) {
    return result.nodes().stream().filter(row -> row.node().equals(name)).findFirst().orElseThrow();
  }

  private Path input(String rows) throws IOException {
    return Files.writeString(
        folder.resolve("nodes.csv"), "tree,node,outcome,entropy,backup\n" + rows);
  }
}
