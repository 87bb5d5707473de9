package org.galton.bench.leaderboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.numerics.SplitMix64;
import org.galton.table.Table;
import org.galton.table.store.TableFile;

/**
 * Rollouts of 30 agents on 500 problems, the same rows for the same number: six models by five
 * scaffolds, each with a skill of its own. One in 50 is excluded. Rollouts of an agent stand far
 * apart, as where many run at a time. Eight files at every size, so that Spark divides each alike.
 */
final class AgentRollouts {
  static final int AGENTS = 30;
  static final int MODELS = 6;

  private static final int PROBLEMS = 500;
  private static final int FILES = 8;
  private static final long SEED = 2510_11977;
  static final Table<AgentRolloutRow> TABLE =
      Table.described(
          """
          CREATE TABLE agent_rollouts (
            model STRING NOT NULL COMMENT 'Model of the agent',
            scaffold STRING NOT NULL COMMENT 'What is built around it',
            task STRING NOT NULL COMMENT 'Task',
            problem STRING NOT NULL COMMENT 'Problem of the task',
            success STRING NOT NULL COMMENT '1 where it is right, else 0',
            status STRING NOT NULL COMMENT 'scored, or why it is excluded',
            prompt_tokens INT NOT NULL COMMENT 'Tokens of prompts',
            completion_tokens INT NOT NULL COMMENT 'Tokens drawn',
            seconds DOUBLE NOT NULL COMMENT 'Seconds that it took',
            date STRING NOT NULL COMMENT 'Day on which it ran'
          )
          COMMENT 'Rollouts of agents that a benchmark makes up';
          """,
          AgentRolloutRow.class);

  private AgentRollouts() {}

  static Path write(long rollouts, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int file = 0; file < FILES; file++) {
      long from = rollouts * file / FILES;
      long to = rollouts * (file + 1) / FILES;
      Iterable<AgentRolloutRow> rows = () -> rows(from, to);
      new TableFile(
              new org.apache.hadoop.fs.Path(folder.resolve("part-" + file + ".parquet").toUri()),
              new Configuration())
          .publish(TABLE, rows, () -> {});
    }
    return folder;
  }

  /** Prices of its models, two days of each, so that rollouts ask for theirs. */
  static Path prices(Path file) throws IOException {
    StringBuilder prices = new StringBuilder("model,from,input,output\n");
    for (int model = 0; model < MODELS; model++) {
      prices.append("model-%d,2025-01-01,%d,%d%n".formatted(model, 2 + model, 8 + 4 * model));
      prices.append("model-%d,2025-09-01,%d,%d%n".formatted(model, 1 + model, 6 + 4 * model));
    }
    return Files.writeString(file, prices);
  }

  private static Iterator<AgentRolloutRow> rows(long from, long to) {
    return LongStream.range(from, to).mapToObj(AgentRollouts::row).iterator();
  }

  private static AgentRolloutRow row(long place) {
    int agent = (int) (place % AGENTS);
    int problem = (int) (place / AGENTS % PROBLEMS);
    SplitMix64 random = new SplitMix64(SplitMix64.at(SEED, place));
    double ease = SplitMix64.unit(SplitMix64.at(SEED + 1, problem));
    boolean right = random.nextUnit() < ease * (agent + 1) / AGENTS;
    double work = 1 + 9 * random.nextUnit();
    return new AgentRolloutRow(
        "model-" + agent % MODELS,
        "scaffold-" + agent / MODELS,
        "task",
        "problem-" + problem,
        right ? "1" : "0",
        random.nextInt(50) == 0 ? "excluded_timeout" : "scored",
        (int) (1000 * work),
        (int) (100 * work * (1 + agent)),
        work * (1 + agent) * random.nextUnit(),
        random.nextInt(2) == 0 ? "2025-08-31" : "2025-10-01");
  }
}
