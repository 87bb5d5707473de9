package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.Completion;
import org.galton.model.CompletionTokens;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Framing;
import org.galton.sweep.Shard;
import org.galton.sweep.Slice;
import org.galton.table.RolloutTokensRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.TableFile;
import org.galton.table.store.Unfinished;
import org.galton.task.Prompt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts at a shard that meet the file of tokens of another one. */
final class ShardTokensTest {
  private static final Shard SHARD =
      new Shard(
          0,
          "models/a",
          "digest",
          new Partition("a", "sums", "g1"),
          0,
          Sampling.untempered(8),
          new Framing.Raw(),
          List.of(new Slice(prompt("q"), 3, 4, 1), new Slice(prompt("p"), 0, 2, 1)));
  private static final List<RequestedRollout> WISHES = RequestedRollout.of(SHARD);

  @TempDir private Path folder;
  private TableFile tokens;
  private TableFile rollouts;

  @BeforeEach
  void nameFiles() {
    OutputFolder output = new OutputFolder(folder.toString(), new Configuration());
    tokens = ShardFiles.tokens(output, SHARD);
    rollouts = ShardFiles.drawn(output, SHARD);
  }

  @Test
  void rowsAreOfTheKeysOfTheShardInTheirOrder() {
    publish(5);

    assertThat(rollouts.path().getName()).isEqualTo(tokens.path().getName());
    List<RolloutTokensRow> rows = stored();
    assertThat(rows)
        .extracting(row -> row.promptId() + row.rolloutIndex())
        .containsExactly("p0", "p1", "q3");
    assertThat(rows.get(2))
        .isEqualTo(
            new RolloutTokensRow(
                "a",
                "sums",
                "g1",
                "q",
                3,
                List.of(7),
                List.of(0, 5),
                List.of(-0.5, 0.0),
                List.of(0.25, 1.0)));
  }

  @Test
  void theSameTokensStayAndOtherOnesAreReplaced() throws Exception {
    publish(5);
    Path file = Path.of(tokens.path().toString());
    Object first = Files.readAttributes(file, "unix:ino").get("ino");
    publish(5);
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(first);

    publish(6);
    assertThat(stored()).extracting(row -> row.tokenIds().get(1)).containsOnly(6);
  }

  @Test
  void tokensOfRolloutsThatAreThereStayWhateverAnAttemptHasDrawn() {
    publish(5);
    rollouts.publish(Table.ROLLOUTS, List.of(), () -> {});
    publish(6);

    assertThat(stored()).extracting(row -> row.tokenIds().get(1)).containsOnly(5);
  }

  @Test
  void anAttemptThatLostItsOutputReplacesNothing() {
    publish(5);
    ShardTokens other = ShardTokens.of(SHARD, WISHES, completions(6));
    assertThatThrownBy(
            () ->
                other.publish(
                    tokens,
                    rollouts,
                    () -> {
                      throw new Unfinished("lost");
                    }))
        .isInstanceOf(Unfinished.class);

    assertThat(stored()).extracting(row -> row.tokenIds().get(1)).containsOnly(5);
  }

  @Test
  void aCompletionWithoutTokensIsRefused() {
    Completion silent = completions(5).get(0).with(CompletionTokens.UNKNOWN);
    assertThatThrownBy(() -> ShardTokens.of(SHARD, WISHES, List.of(silent)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot keep tokens of model models/a: it tells texts only; leave 'keep' out of the"
                + " spec");
  }

  private void publish(int last) {
    ShardTokens.of(SHARD, WISHES, completions(last)).publish(tokens, rollouts, () -> {});
  }

  private List<RolloutTokensRow> stored() {
    return tokens.rows(Table.ROLLOUT_TOKENS.rows());
  }

  private static List<Completion> completions(int last) {
    return WISHES.stream().map(wish -> completion(wish.request(), last)).toList();
  }

  private static Completion completion(Request request, int last) {
    return new Completion(request, "x", Completion.Finish.STOP, 1, 2, -0.5, 0.625, 0)
        .with(
            new CompletionTokens(
                new int[] {7},
                new int[] {(int) request.id(), last},
                new float[] {-0.5f, 0},
                new float[] {0.25f, 1}));
  }

  private static Prompt prompt(String id) {
    return new Prompt(id, "sums", id, id, "", Map.of());
  }
}
