package org.galton.study.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.study.emergence.row.EmergenceTables;
import org.galton.study.emergence.row.GroupPlace;
import org.galton.study.emergence.row.TrajectoryRow;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrajectoriesTest {
  private static final String LONG =
      """
      condition,group,round,agent,value,target,success
      plain,g1,1,b,2,60,1
      plain,g1,1,a,1,60,1
      plain,g1,3,a,4,60,1
      plain,g1,3,b,5.5,60,1
      persona,g1,1,a,7,,
      persona,g1,1,b,8,,
      """;

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void aRowPerGroupRoundAndAgentInEveryFormat() throws IOException {
    Path csv = write("long.csv", LONG);
    Path jsonl =
        write(
            "long.jsonl",
            """
            {"condition": "plain", "group": "g1", "round": 3, "agent": "a", "value": 4, "target": 60, "success": true}
            {"condition": "plain", "group": "g1", "round": 1, "agent": "b", "value": 2, "target": 60}
            {"condition": "plain", "group": "g1", "round": 1, "agent": "a", "value": 1}
            {"condition": "plain", "group": "g1", "round": 3, "agent": "b", "value": 5.5}
            {"condition": "persona", "group": "g1", "round": 1, "agent": "b", "value": 8}
            {"condition": "persona", "group": "g1", "round": 1, "agent": "a", "value": 7}
            """);
    Path parquet = folder.resolve("long.parquet");
    spark
        .read()
        .option("header", "true")
        .option("inferSchema", "true")
        .csv(csv.toString())
        .write()
        .parquet(parquet.toString());

    for (Path input : List.of(csv, jsonl, parquet)) {
      List<Group> groups = read(input);

      assertThat(groups)
          .extracting(group -> group.trajectory().name())
          .containsExactly("persona/g1", "plain/g1");
      Group plain = groups.get(1);
      assertThat(plain.key()).isEqualTo(new GroupKey("", "plain", "g1"));
      assertThat(plain.trajectory().agents()).containsExactly("a", "b");
      assertThat(plain.trajectory().rounds()).containsExactly(1, 3);
      assertThat(plain.trajectory().values()).isEqualTo(new double[][] {{1, 4}, {2, 5.5}});
      assertThat(plain.trajectory().target()).hasValue(60);
      assertThat(plain.trajectory().success()).contains(true);
      assertThat(groups.get(0).trajectory().target()).isEmpty();
      assertThat(groups.get(0).trajectory().success()).isEmpty();
    }
  }

  @Test
  void aFilePerGroupWithAColumnPerAgentAndAFolderPerCondition() throws IOException {
    Files.createDirectories(folder.resolve("games/plain"));
    Files.createDirectories(folder.resolve("games/per sona"));
    write("games/plain/group_1.csv", "round,agent_1,agent_2\n1,10,20\n2,11,\n3,12,22\n");
    write("games/per sona/group_1.csv", "round,agent_1,agent_2,agent_3\n1,1,2,3\n2,4,5,6\n");

    List<Group> groups = read(folder.resolve("games"));

    assertThat(groups)
        .extracting(Group::key)
        .containsExactly(
            new GroupKey("", "per sona", "group_1"), new GroupKey("", "plain", "group_1"));
    assertThat(groups.get(0).trajectory().agents())
        .containsExactly("agent_1", "agent_2", "agent_3");
    assertThat(groups.get(1).trajectory().agents()).containsExactly("agent_1", "agent_2");
    assertThat(groups.get(1).trajectory().rounds()).containsExactly(1, 3);
    assertThat(groups.get(1).trajectory().incompleteRounds()).isOne();
    assertThat(read(folder.resolve("games/plain/group_1.csv")))
        .extracting(Group::key)
        .containsExactly(new GroupKey("", "", "group_1"));
  }

  @Test
  void aColumnOfGroupsAndAMacroSeries() throws IOException {
    Path csv =
        write(
            "wide.csv",
            "experiment,group,round,agent_a,agent_b,macro\ne,1,1,1,2,5\ne,1,2,3,4,6\ne,2,1,NaN,2,7\n");

    List<Group> groups = read(csv);

    assertThat(groups).extracting(group -> group.trajectory().name()).containsExactly("e/1", "e/2");
    assertThat(groups.get(0).trajectory().macro()).hasValue(new double[] {5, 6});
    assertThat(groups.get(1).trajectory().rejectedRounds()).isOne();
  }

  @Test
  void theTableOfTheLatestFinishedRunOrOfANamedOne() {
    Path output = folder.resolve("runs");
    OutputFolder tables =
        new OutputFolder(output.toString(), spark.sparkContext().hadoopConfiguration());
    publish(tables, "run-1", 1);
    publish(tables, "run-2", 2);
    tables
        .ofRun(EmergenceTables.TRAJECTORIES, "run-3")
        .publish(EmergenceTables.TRAJECTORIES, List.of(row("run-3", 3)), () -> {});

    assertThat(read(output).get(0).key()).isEqualTo(new GroupKey("e", "plain", "g"));
    assertThat(read(output).get(0).trajectory().values()).isEqualTo(new double[][] {{2}});
    assertThat(read(Path.of(output + "#run-1")).get(0).trajectory().values())
        .isEqualTo(new double[][] {{1}});
    refused(
        Path.of(output + "#run-3"),
        "Cannot read %s#run-3: no finished run with a table 'trajectories' is there; the runs that have one are [run-2, run-1]; expected the output folder of a sweep of an environment"
            .formatted(output));
  }

  private static void publish(OutputFolder tables, String run, double value) {
    tables
        .ofRun(EmergenceTables.TRAJECTORIES, run)
        .publish(EmergenceTables.TRAJECTORIES, List.of(row(run, value)), () -> {});
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    tables
        .ofRun(Table.RUNS, run)
        .publish(
            Table.RUNS, List.of(new RunRow(run, "e", "", "1", "4", "17", now, now, 0)), () -> {});
  }

  private static TrajectoryRow row(String run, double value) {
    return new TrajectoryRow(
        run, new GroupPlace("e", "plain", "g"), 1, "a", value, 60.0, true, null);
  }

  @Test
  void missingColumnIsToldWithTheColumnsThatAreThere() throws IOException {
    Path csv = write("rows.csv", "group,round,agent\ng,1,a\n");

    refused(
        csv,
        "Cannot read %s: no column 'value'; the columns are group, round, agent; expected columns group, round, agent and value, and optionally experiment, condition, target, success and macro; or in CSV and Parquet a file per group with columns round, agent_1, agent_2 and so on"
            .formatted(csv));
  }

  @Test
  void textWhereANumberBelongsIsToldWithItsPlace() throws IOException {
    Path value = write("v.csv", "group,round,agent,value\ng,1,a,3\ng,2,a,four\n");
    refused(
        value,
        "Cannot read %s: group 'g', round '2', agent 'a': column 'value' is 'four'; expected a number, or nothing where there is none"
            .formatted(value));
    Path round = write("r.csv", "group,round,agent,value\ng,1.5,a,3\n");
    refused(
        round,
        "Cannot read %s: group 'g', round '1.5': column 'round' is '1.5'; expected a whole number in every row"
            .formatted(round));
    Path wide = write("w.csv", "round,agent_1,agent_2\n1,2,x\n");
    refused(
        wide,
        "Cannot read %s: group 'w', round '1', agent 'agent_2': column 'agent_2' is 'x'; expected a number, or nothing where there is none"
            .formatted(wide));
    Path target = write("t.csv", "group,round,agent,value,target\ng,1,a,3,inf\n");
    refused(
        target,
        "Cannot read %s: group 'g', round '1', agent 'a': column 'target' is 'inf'; expected a number, or nothing where there is none"
            .formatted(target));
    Path success = write("s.csv", "group,round,agent,value,success\ng,1,a,3,maybe\n");
    refused(
        success,
        "Cannot read %s: group 'g', round '1', agent 'a': column 'success' is 'maybe'; expected 0 or 1, or nothing where it is not known"
            .formatted(success));
  }

  @Test
  void rowWithoutGroupOrAgentIsRefused() throws IOException {
    Path group = write("g.csv", "group,round,agent,value\n,1,a,3\n");
    refused(
        group,
        "Cannot read %s: column 'group' is empty in a row of round '1' and agent 'a'; expected the group's name in every row"
            .formatted(group));
    Path agent = write("a.csv", "group,round,agent,value\ng,1,,3\n");
    refused(
        agent,
        "Cannot read %s: group 'g', round '1': column 'agent' is empty; expected the agent's name in every row"
            .formatted(agent));
  }

  @Test
  void roundOfAnAgentThatIsThereTwiceIsRefusedWithBothFiles() throws IOException {
    Path one = write("one.csv", "group,round,agent,value\ng,1,a,3\ng,1,b,3\ng,1,a,4\n");
    refused(
        one,
        "Cannot read %s: group 'g' has round 1 of agent 'a' twice, with 3.0 and 4.0; expected one row for each round and agent; groups of one name are told apart by columns 'experiment' and 'condition'"
            .formatted(one));
    Files.createDirectories(folder.resolve("two"));
    Path first = write("two/1.csv", "group,round,agent,value\ng,1,a,3\n");
    Path second = write("two/2.csv", "group,round,agent,value\ng,1,a,3\n");
    refused(
        folder.resolve("two"),
        "Cannot read %s: group 'g' has round 1 of agent 'a' twice, with 3.0 and 3.0 in %s; expected one row for each round and agent; groups of one name are told apart by columns 'experiment' and 'condition'"
            .formatted(second, first));
  }

  @Test
  void rowsOfAGroupThatContradictEachOtherAreRefused() throws IOException {
    Path target =
        write("t.csv", "group,round,agent,value,target\ng,1,a,3,60\ng,1,b,3,\ng,2,a,3,61\n");
    refused(
        target,
        "Cannot read %s: group 'g': column 'target' is 60.0 in round 1 of agent 'a' and 61.0 in round 2 of agent 'a'; expected one value for the group"
            .formatted(target));
    Path success = write("s.csv", "group,round,agent,value,success\ng,1,a,3,0\ng,1,b,3,1\n");
    refused(
        success,
        "Cannot read %s: group 'g': column 'success' is false in round 1 of agent 'a' and true in round 1 of agent 'b'; expected one value for the group"
            .formatted(success));
    Path macro = write("m.csv", "group,round,agent,value,macro\ng,1,a,3,5\ng,1,b,3,6\n");
    refused(
        macro,
        "Cannot read %s: group 'g': column 'macro' is 5.0 in round 1 of agent 'a' and 6.0 in round 1 of agent 'b'; expected one value for a round of the group"
            .formatted(macro));
  }

  @Test
  void emptyFileIsToldWithTheColumnsThatItShouldHave() throws IOException {
    Path empty = write("empty.csv", "");
    refused(
        empty,
        "Cannot read %s: the file is empty; expected %s"
            .formatted(empty, TrajectoryColumn.EXPECTED));
  }

  private void refused(Path input, String message) {
    assertThatThrownBy(() -> read(input)).isInstanceOf(InvalidInput.class).hasMessage(message);
  }

  private List<Group> read(Path input) {
    Supplier<List<Group>> groups =
        () -> new Trajectories(spark, 2).groups(input.toString()).collect();
    return SparkAction.run("read groups", groups).stream()
        .sorted(Comparator.comparing(Group::key))
        .toList();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
