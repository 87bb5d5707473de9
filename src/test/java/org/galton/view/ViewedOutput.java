package org.galton.view;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.galton.table.BooksRow;
import org.galton.table.PromptRow;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutTokensRow;
import org.galton.table.RunRow;
import org.galton.table.ScoreRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;

/** An output folder whose names and texts are as hostile as they may be. */
final class ViewedOutput {
  static final String MODEL = "org/m@1%2Fa b\n<i>'\"&?";
  static final String TASK = "a task/b";
  static final String ATTACK = "</pre><script>alert(1)</script>\u0007\u202e answer=42";
  static final int PROMPTS = 3;
  static final int ROLLOUTS = 40;

  private static final String GENERATION = "g1";
  private static final String SCORER = "exact/1 <b>";
  private static final String RUN = "run-20260101-000000-000-00000000";
  private static final Partition PARTITION = new Partition(MODEL, TASK, GENERATION);

  private final OutputFolder folder;

  private ViewedOutput(Path path) {
    folder = new OutputFolder(path.toString(), new Configuration(false));
  }

  static ViewedOutput in(Path path) {
    ViewedOutput output = new ViewedOutput(path);
    output.prompts();
    output.rollouts("rollouts-a", 0, ROLLOUTS / 2);
    output.rollouts("rollouts-b", ROLLOUTS / 2, ROLLOUTS);
    output.run();
    return output;
  }

  static String promptId(int prompt) {
    return "%032x".formatted(prompt + 16);
  }

  private void prompts() {
    List<PromptRow> rows = new ArrayList<>();
    for (int prompt = 0; prompt < PROMPTS; prompt++) {
      String id = promptId(prompt);
      rows.add(
          new PromptRow(TASK, id, id, "What is <u>6 · 7</u>, " + prompt + "?", "42", Map.of()));
    }
    folder.file(folder.prompts(TASK), "prompts-a").publish(Table.PROMPTS, rows, () -> {});
  }

  /** Rollouts with even numbers are right. */
  void rollouts(String file, int from, int to) {
    List<RolloutRow> rollouts = new ArrayList<>();
    List<ScoreRow> scores = new ArrayList<>();
    for (int prompt = 0; prompt < PROMPTS; prompt++) {
      for (int index = from; index < to; index++) {
        rollouts.add(rollout(prompt, index));
        scores.add(score(prompt, index));
      }
    }
    folder.file(folder.rollouts(PARTITION), file).publish(Table.ROLLOUTS, rollouts, () -> {});
    folder.file(folder.scores(PARTITION, SCORER), file).publish(Table.SCORES, scores, () -> {});
  }

  /** Tokens of the first prompt's first rollout. */
  void tokens(String file, List<Integer> ids, List<Double> logprobs, List<Double> entropies) {
    RolloutTokensRow row =
        new RolloutTokensRow(
            MODEL, TASK, GENERATION, promptId(0), 0, List.of(1), ids, logprobs, entropies);
    folder
        .file(folder.tokens(PARTITION), file)
        .publish(Table.ROLLOUT_TOKENS, List.of(row), () -> {});
  }

  /** Of the first prompt's first rollout: two steps, of which the first leads to an end. */
  void tree(String file) {
    List<SearchNodesRow> rows =
        List.of(
            node(0, null, 0, "", null, true),
            node(1, 0, 1, ATTACK + "\n", null, true),
            node(2, 0, 1, "other", null, false),
            node(3, 1, 2, "42", "wrong", true));
    folder.file(folder.searchNodes(PARTITION), file).publish(Table.SEARCH_NODES, rows, () -> {});
  }

  private static SearchNodesRow node(
      int number, Integer parent, int depth, String text, String ending, boolean putOut) {
    return new SearchNodesRow(
        MODEL,
        TASK,
        GENERATION,
        promptId(0),
        0,
        number,
        parent,
        depth,
        text,
        List.of(),
        0.5,
        -0.5,
        ending,
        null,
        null,
        -0.1,
        putOut ? 1 : 0,
        null,
        putOut);
  }

  /** Failures of the first prompt, in a file of their own. */
  void failures(String file, int attempt, int from, int to) {
    List<RolloutRow> rows = new ArrayList<>();
    for (int index = from; index < to; index++) {
      rows.add(
          new RolloutRow(
              MODEL,
              TASK,
              GENERATION,
              promptId(0),
              index,
              "failed",
              null,
              null,
              null,
              null,
              null,
              "cpu",
              null,
              attempt,
              "HTTP 500 <b>"));
    }
    folder.file(folder.rollouts(PARTITION), file).publish(Table.ROLLOUTS, rows, () -> {});
  }

  private static RolloutRow rollout(int prompt, int index) {
    return new RolloutRow(
        MODEL,
        TASK,
        GENERATION,
        promptId(prompt),
        index,
        index == 7 ? "truncated" : "complete",
        "prompt " + prompt + " rollout " + index + " " + ATTACK,
        12,
        100 + (index * 7) % ROLLOUTS,
        index % 10 == 9 ? null : -0.5 * index,
        0.25,
        "cpu",
        1.5,
        1,
        null);
  }

  private static ScoreRow score(int prompt, int index) {
    boolean right = index % 2 == 0;
    return new ScoreRow(
        MODEL,
        TASK,
        GENERATION,
        SCORER,
        promptId(prompt),
        index,
        "scored",
        right ? "42" : "<b>41</b>",
        right,
        false,
        right ? 1.0 : 0.0,
        null,
        "last line",
        "42 compared as a number <img src=x>",
        null,
        null,
        null);
  }

  private void run() {
    folder
        .ofRun(Table.BOOKS, RUN)
        .publish(
            Table.BOOKS,
            List.of(
                new BooksRow(
                    RUN,
                    "s",
                    MODEL,
                    TASK,
                    "temperature=1",
                    GENERATION,
                    SCORER,
                    120,
                    120,
                    0,
                    120,
                    0,
                    0,
                    12_000,
                    180,
                    null,
                    null)),
            () -> {});
    folder
        .ofRun(Table.RUNS, RUN)
        .publish(
            Table.RUNS,
            List.of(
                new RunRow(
                    RUN,
                    "<s>",
                    "sweep: s",
                    "1",
                    "4",
                    "17",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2026-01-01T00:01:30Z"),
                    1,
                    "A model judged <em>itself</em>.")),
            () -> {});
  }
}
