package org.galton.study.junk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.junk.post.ContentHash;
import org.galton.junk.post.EngagementRule;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.LabelAgreementRow;
import org.galton.study.junk.row.LabelCountRow;
import org.galton.study.junk.row.LabelledPostRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelJobTest {
  private static final List<String> COUNTERS = List.of("likes", "reposts", "replies", "quotes");

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  /** Popularity is the sum of four counters, and tokens may be given. */
  @Test
  void engagementDecidesByTheSumAndTheLength() throws IOException {
    Path file =
        csv(
            """
            id,text,tokens,likes,reposts,replies,quotes
            a,short and loved,29,400,100,0,1
            b,short and loved less,29,400,100,0,0
            c,long and unloved,101,0,0,0,0
            d,long and loved,101,0,0,0,1
            e,neither,60,0,0,0,0
            """);
    LabelResult result = run(request(file, List.of(), false));
    assertThat(result.posts().collect())
        .extracting(LabelledPostRow::postId, LabelledPostRow::label, LabelledPostRow::reason)
        .containsExactly(
            tuple("a", "junk", "short and popular"),
            tuple("b", "neither", "short, not popular"),
            tuple("c", "control", "long and unpopular"),
            tuple("d", "neither", "long, not unpopular"),
            tuple("e", "neither", "of middle length"));
    assertThat(result.counts().stream().mapToLong(LabelCountRow::posts).sum()).isEqualTo(5);
    assertThat(result.agreements()).isEmpty();
  }

  // Confusion 37, 18 / 16, 70 of arXiv:2510.13928, beside posts that one of both does not label.
  @Test
  void theAgreementOfTwoColumnsIsThePublishedOne() throws IOException {
    StringBuilder table = new StringBuilder("text,judge,people\n");
    add(table, 37, "junk,1");
    add(table, 18, "junk,0");
    add(table, 16, "control,1");
    add(table, 70, "control,0");
    add(table, 3, "junk,");
    add(table, 2, "unsure,0");
    LabelResult result = run(request(csv(table.toString()), List.of("judge", "people"), false));
    LabelAgreementRow row = result.agreements().get(0);
    assertThat(row.bothJunk()).isEqualTo(37);
    assertThat(row.firstJunk()).isEqualTo(18);
    assertThat(row.secondJunk()).isEqualTo(16);
    assertThat(row.bothControl()).isEqualTo(70);
    assertThat(row.leftOut()).isEqualTo(5);
    assertThat(row.accuracy()).isCloseTo(0.7589, within(5e-5));
    assertThat(row.mcc()).isCloseTo(0.4901, within(5e-5));
    assertThat(row.kappa()).isCloseTo(0.4899, within(5e-5));
    // Without counters there is no rule of engagement.
    assertThat(result.counts()).extracting(LabelCountRow::rule).doesNotContain("engagement");
    assertThat(result.counts())
        .filteredOn(count -> count.label().equals("unlabelled"))
        .singleElement()
        .extracting(LabelCountRow::posts)
        .isEqualTo(3L);
  }

  private static void add(StringBuilder table, int times, String labels) {
    for (int i = 0; i < times; i++) {
      table.append("post ").append(i).append(',').append(labels).append('\n');
    }
  }

  @Test
  void whatIsNotAsciiIsLeftOutAndCounted() throws IOException {
    Path file =
        csv(
            """
            text,likes,reposts,replies,quotes
            naïve,600,0,0,0
            plain,600,0,0,0
            """);
    LabelResult left = run(request(file, List.of(), true));
    assertThat(left.counts())
        .extracting(LabelCountRow::label, LabelCountRow::posts)
        .containsExactly(tuple("junk", 1L), tuple("not ascii", 1L));
    assertThat(left.posts().collect())
        .singleElement()
        .extracting(LabelledPostRow::postId)
        .isEqualTo(ContentHash.of("plain"));
    assertThat(run(request(file, List.of(), false)).posts().count()).isEqualTo(2);
  }

  /** Each line of JSON has keys of its own. */
  @Test
  void jsonLinesAndParquetAreReadAlike() throws IOException {
    Path csv =
        csv(
            """
            text,likes,reposts,replies,quotes,judge
            short and loved,600,0,0,0,junk
            short and left alone,0,0,0,0,control
            """);
    Path json =
        Files.writeString(
            folder.resolve("posts.jsonl"),
            """
            {"text":"short and loved","likes":600,"reposts":0,"replies":0,"quotes":0,"judge":"junk"}
            {"text":"short and left alone","likes":0,"reposts":0,"replies":0,"quotes":0,"judge":"control"}
            """);
    Path parquet = folder.resolve("posts.parquet");
    spark.read().json(json.toString()).repartition(3).write().parquet(parquet.toString());

    LabelResult first = run(request(csv, List.of("judge"), false));
    for (Path other : List.of(json, parquet)) {
      LabelResult result = run(request(other, List.of("judge"), false));
      assertThat(result.counts()).isEqualTo(first.counts());
      assertThat(result.agreements()).isEqualTo(first.agreements());
      assertThat(result.posts().collect()).isEqualTo(first.posts().collect());
    }
    Path some =
        Files.writeString(
            folder.resolve("some.jsonl"),
            """
            {"text":"a","likes":600,"reposts":0,"replies":0,"quotes":0,"id":"x"}
            {"text":"b","likes":600,"reposts":0,"replies":0,"quotes":0}
            """);
    assertThatThrownBy(() -> run(request(some, List.of(), false)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("column 'id' is empty; expected a name");
  }

  @Test
  void whatIsNoPostIsRefused() throws IOException {
    String head = "id,text,likes,reposts,replies,quotes\n";
    refused(head + "a,,1,1,1,1\n", "id 'a': column 'text' is empty; expected a post");
    refused(head + "a,x,1,-1,1,1\n", "column 'reposts' is '-1'; expected a whole number from 0");
    refused(head + "a,x,1,,1,1\n", "column 'reposts' is empty");
    refused(head + "a,x,1,1,1,1\na,y,1,1,1,1\n", "id 'a' is there 2 times; expected it once");
    refused(head, "there are no rows; expected a row per post");
    refused("text,likes\nx,1\n", "no column 'reposts'");
  }

  @Test
  void aColumnWithoutAnyOfTheWordsIsRefused() throws IOException {
    Path file = csv("text,judge\nx,Junk\n");
    assertThatThrownBy(() -> run(request(file, List.of("judge"), false)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("column 'judge' has neither a word for junk [junk, 1, true]");
  }

  private void refused(String table, String message) throws IOException {
    Path file = csv(table);
    assertThatThrownBy(() -> run(request(file, List.of(), false)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("posts.csv")
        .hasMessageContaining(message);
  }

  private LabelResult run(PostRequest request) {
    return new LabelJob(spark, request).run("run-1");
  }

  static PostRequest request(Path file, List<String> labels, boolean ascii) {
    return new PostRequest(
        file.toString(),
        COUNTERS,
        EngagementRule.published(),
        labels,
        List.of("junk", "1", "true"),
        List.of("control", "0", "false"),
        ascii);
  }

  private Path csv(String table) throws IOException {
    return Files.writeString(folder.resolve("posts.csv"), table);
  }
}
