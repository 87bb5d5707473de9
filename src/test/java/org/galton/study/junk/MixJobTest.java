package org.galton.study.junk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.junk.generated.Axis;
import org.galton.junk.generated.GeneratedPost;
import org.galton.junk.generated.PostGenerator;
import org.galton.junk.post.ContentHash;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.MixturePostRow;
import org.galton.study.junk.row.MixtureRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MixJobTest {
  private static final List<Double> DOSES = List.of(0.0, 20.0, 50.0, 80.0, 100.0);
  private static final String HEAD = "id,text,likes,reposts,replies,quotes,judge\n";

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();
  private final List<GeneratedPost> posts = new PostGenerator(3, 0.5, 0.5, 0.5).posts(800);

  @Test
  void mixturesAreEqualInSizeAndDifferInTheirShares() throws IOException {
    MixResult result = run(file(posts), "engagement", null, 42);
    long tokens = result.rows().get(0).tokens();
    Map<Double, List<MixturePostRow>> manifest = manifest(result);
    for (MixtureRow row : result.rows()) {
      assertThat(row.tokens()).isCloseTo(tokens, within(29L));
      assertThat(row.junkPercent()).isCloseTo(row.dose(), within(0.1));
      List<MixturePostRow> own = manifest.get(row.dose());
      assertThat(own).hasSize(row.posts());
      assertThat(own.stream().mapToLong(MixturePostRow::tokens).sum()).isEqualTo(row.tokens());
      assertThat(own).extracting(MixturePostRow::contentHash).doesNotHaveDuplicates();
      assertThat(own)
          .allSatisfy(
              post -> assertThat(ContentHash.of(post.text())).isEqualTo(post.contentHash()));
      for (int place = 0; place < own.size(); place++) {
        assertThat(own.get(place).place()).isEqualTo(place);
      }
      assertThat(row.contentHash())
          .isEqualTo(
              ContentHash.of(
                  own.stream().map(MixturePostRow::contentHash).collect(Collectors.joining("\n"))));
    }
    assertThat(hashes(manifest.get(0.0))).doesNotContainAnyElementsOf(hashes(manifest.get(100.0)));
  }

  @Test
  void orderAndPartitionsChangeNothingAndTheSeedDoes() throws IOException {
    MixResult first = run(file(posts), "engagement", 2000L, 42);
    List<GeneratedPost> mixed = new ArrayList<>(posts);
    Collections.shuffle(mixed, new Random(1));
    MixResult second = run(file(mixed), "engagement", 2000L, 42);
    assertThat(second.rows()).isEqualTo(first.rows());
    assertThat(second.posts().collect()).isEqualTo(first.posts().collect());
    assertThat(run(file(posts), "engagement", 2000L, 43).rows().get(2).contentHash())
        .isNotEqualTo(first.rows().get(2).contentHash());
  }

  /** One text with both labels is in neither pool, and a repeated text is drawn once. */
  @Test
  void textsThatAreThereTwiceAreDrawnOnceAndContradictionsNever() throws IOException {
    StringBuilder table = new StringBuilder("id,text,judge\n");
    for (int i = 0; i < 40; i++) {
      table.append("j%d,junk words %d,junk\nc%d,other words %d,control\n".formatted(i, i, i, i));
    }
    table.append("twice,junk words 0,junk\nboth,other words 0,junk\n");
    Path file = Files.writeString(folder.resolve("posts.csv"), table);
    MixResult result =
        new MixJob(
                spark,
                new MixRequest(
                    LabelJobTest.request(file, List.of("judge"), false),
                    "judge",
                    List.of(0.0, 50.0, 100.0),
                    60L,
                    42))
            .run("run-1");
    assertThat(result.notes())
        .containsExactly(
            "2 posts repeat the text of another, and are drawn once with it",
            "1 texts are called both junk and control, and are not drawn");
    assertThat(result.rows().get(0).junkPool()).isEqualTo(120);
    assertThat(result.rows().get(0).controlPool()).isEqualTo(117);
    assertThat(result.posts().collect())
        .extracting(MixturePostRow::text)
        .doesNotContain("other words 0");
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertThatThrownBy(() -> run(file(posts), "engagement", 1_000_000L, 42))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at dose 0.0: 1,000,000 tokens of control are needed, and there are")
        .hasMessageMatching(".*; give more posts, or ask for at most [0-9]+ --tokens");
    List<GeneratedPost> chatter = posts.stream().filter(p -> p.isJunk(Axis.LENGTH)).toList();
    assertThatThrownBy(() -> run(file(chatter), "engagement", null, 42))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("and 0 of control; expected some of both");
  }

  private static Set<String> hashes(List<MixturePostRow> rows) {
    return rows.stream().map(MixturePostRow::contentHash).collect(Collectors.toSet());
  }

  private static Map<Double, List<MixturePostRow>> manifest(MixResult result) {
    return result.posts().collect().stream().collect(Collectors.groupingBy(MixturePostRow::dose));
  }

  private MixResult run(Path file, String rule, Long tokens, long seed) {
    return new MixJob(
            spark,
            new MixRequest(LabelJobTest.request(file, List.of(), false), rule, DOSES, tokens, seed))
        .run("run-1");
  }

  private Path file(List<GeneratedPost> rows) throws IOException {
    String table =
        rows.stream()
            .map(
                post ->
                    "%s,%s,%d,%d,%d,%d,%s\n"
                        .formatted(
                            post.id(),
                            post.text(),
                            post.likes(),
                            post.reposts(),
                            post.replies(),
                            post.quotes(),
                            post.isJunk(Axis.MEANING) ? "junk" : "control"))
            .collect(Collectors.joining());
    return Files.writeString(folder.resolve("posts.csv"), HEAD + table);
  }
}
