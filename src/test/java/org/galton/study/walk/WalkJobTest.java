package org.galton.study.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunTables;
import org.galton.spec.InvalidInput;
import org.galton.study.walk.row.WalkNodeRow;
import org.galton.study.walk.row.WalkSamplerRow;
import org.galton.study.walk.row.WalkTables;
import org.galton.study.walk.row.WalkTreeRow;
import org.galton.study.walk.view.WalkPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WalkJobTest {
  private static final String ROWS =
      "1.1,0.75,,0.5\n0.0,0.5,,1\n0.1,0.5,,0\n,,,\n1,0.4,0.5,\n0,0.6,0.8,\n1.0,0.25,,1\n";

  private final SparkSession spark = LocalSpark.session();

  @TempDir private Path folder;

  @Test
  void tablesJsonTextAndPageHoldTheLawsOfTheTree() throws IOException {
    RecordedRun recorded = RecordedRun.begin(spark, "walk", new RunOrigin("", "test"));
    WalkRequest request = request(tree(ROWS), OptionalInt.empty(), 200_000);
    WalkResult result = new WalkJob(spark).run(request, recorded.name());
    recorded.write(folder.resolve("out").toString(), result::write);

    RunTables run =
        RunTables.at(
            folder.resolve("out").toString(), recorded.name().runId(), new Configuration());
    List<WalkNodeRow> nodes = run.rows(WalkTables.NODES, row -> true);
    assertThat(nodes).isEqualTo(result.nodes());
    assertThat(nodes)
        .extracting(WalkNodeRow::node)
        .containsExactly("", "0", "1", "0.0", "0.1", "1.0", "1.1");
    assertThat(nodes.get(0).value()).isEmpty();
    assertThat(nodes.get(1).down()).hasValue(6 / 17.0);
    List<WalkSamplerRow> samplers = run.rows(WalkTables.SAMPLERS, row -> true);
    assertThat(samplers).isEqualTo(result.samplers());
    assertThat(samplers)
        .extracting(WalkSamplerRow::sampler)
        .containsExactly(
            "vgb", "rejection", "one_call", "momentum", "candidates_2", "first_leaf", "one_way");
    assertThat(samplers.subList(0, 4)).allMatch(row -> row.exact() && row.tv() < 1e-12);
    assertThat(samplers.get(4).tv()).isEqualTo(.108183, within(1e-6));
    assertThat(samplers.get(4).empiricalTv().orElseThrow()).isBetween(0.09, 0.125);

    JsonNode json = WalkJson.of(result);
    assertThat(json.at("/target/1.1").asDouble()).isEqualTo(3 / 11.0, within(1e-15));
    assertThat(json.at("/stationary/root").asDouble()).isEqualTo(.276423, within(5e-7));
    assertThat(json.at("/leaf_mass").asDouble()).isEqualTo(.223577, within(5e-7));
    assertThat(json.at("/leaf_conditional")).hasSize(4);
    assertThat(json.at("/one_way_tv").asDouble()).isEqualTo(.160428, within(5e-7));
    assertThat(json.at("/first_leaf/0.0").asDouble()).isEqualTo(.624277, within(5e-7));
    assertThat(json.at("/first_leaf_tv").asDouble()).isEqualTo(.078823, within(5e-7));
    assertThat(json.at("/first_leaf_steps").asDouble()).isEqualTo(4.598844, within(5e-7));
    assertThat(json.at("/step/root/children/1").asDouble()).isEqualTo(5 / 34.0, within(1e-15));
    assertThat(json.at("/step/0/parent").asDouble()).isEqualTo(4 / 13.0, within(1e-15));
    assertThat(json.at("/step/1.0/stay").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/empirical/tv_leaf_vs_target").asDouble()).isBetween(1e-6, 0.02);

    assertThat(WalkText.of(result, 2))
        .contains("7 nodes, 4 leaves, horizon 2, mean tau 0.550000")
        .contains("first leaf after 4.598844 moves on average, and back at the root after")
        .contains("… and 2 more leaves: --output has them all");
    WalkTreeRow tree = run.rows(WalkTables.TREES, row -> true).get(0);
    assertThat(WalkPage.of(run.run(), tree, samplers, nodes).finding())
        .startsWith("4 leaves, up to 2 tokens: guidance that never goes back misses the target by")
        .contains("0.1604");
  }

  @Test
  void shorterSequencesArePaddedWhereAHorizonIsGiven() throws IOException {
    Path input = tree(",,,\na,0.5,,1\nb,0.5,1,\nb.c,1,,1\n");
    assertThat(run(request(input, OptionalInt.empty(), 0)).nodes()).hasSize(4);
    WalkResult padded = run(request(input, OptionalInt.of(3), 0));
    assertThat(padded.nodes()).extracting(WalkNodeRow::node).contains("a.eos.eos", "b.c.eos");
    assertThat(padded.tree().horizon()).isEqualTo(3);
    assertThat(padded.samplers()).allMatch(row -> row.empiricalTv().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,1,,1 | there is no root; expected one row with an empty node",
        ",,,;,,, | there are 2 roots; expected one row with an empty node",
        ",,, | the root is the only node; expected sequences of one token or more",
        ",,,;a.b,1,,1 | node 'a.b' has no parent 'a'; expected a row for each of its prefixes",
        ",,,;a,0.5,,1 | ref of the children of the root adds up to 0.5; expected 1, up to 1e-9",
        ",,,;a,1,,-2 | tau of node 'a' is -2.0; expected the weight of a leaf, finite and 0 or"
            + " more",
        ",,,;a,1,,NaN | node 'a': column 'tau' is 'NaN'; expected a finite number",
        ",,,;a,x,,1 | node 'a': column 'ref' is 'x'; expected a finite number",
        ",,,;a,1,,1;a,1,,1 | node 'a' has two rows; expected one row per node",
        ",,,;a,1,, | node 'a' has no tau; expected the weight of a leaf, finite and 0 or more",
        ",,,;a,1,,;a.b,1,,1 | node 'a' has no value; expected the value of an inner node, finite"
            + " and 0 or more",
        ",,,;a,1,,0 | tau is 0 at every leaf that the reference reaches; expected one above 0:"
            + " there is no target",
        ",,,;a,1,0,;a.b,1,,1 | no leaf with tau above 0 can be reached: on every path to one a"
            + " value, or a ref, is 0; expected a value above 0 at each prefix of a leaf that the"
            + " target has",
      })
  void whatIsNoTreeIsRefused(String rows, String problem) throws IOException {
    Path input = tree(rows.replace(';', '\n') + "\n");
    assertThatThrownBy(() -> run(request(input, OptionalInt.empty(), 10)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot read " + input + ": " + problem);
  }

  private WalkResult run(WalkRequest request) {
    return new WalkJob(spark)
        .run(request, RecordedRun.begin(spark, "walk", new RunOrigin("", "test")).name());
  }

  private static WalkRequest request(Path input, OptionalInt horizon, long steps) {
    return new WalkRequest(input.toString(), horizon, 0.5, steps, 42, OptionalInt.of(2));
  }

  private Path tree(String rows) throws IOException {
    return Files.writeString(folder.resolve("tree.csv"), "node,ref,value,tau\n" + rows);
  }
}
