package org.galton.study.leaderboard;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.RunTables;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;
import org.galton.numerics.Optionals;
import org.galton.table.BooksRow;
import org.galton.table.RolloutStatus;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;
import scala.Tuple2;

/**
 * What the rollouts of a run's cells came to. A file of rollouts is read with the file of scores of
 * its name, so nothing is joined across machines but sums.
 */
final class StoredCosts {
  private final JavaSparkContext spark;
  private final Configuration configuration;

  StoredCosts(JavaSparkContext spark, Configuration configuration) {
    this.spark = spark;
    this.configuration = configuration;
  }

  /** A file of rollouts of a cell. */
  private record CellFile(AgentKey agent, StoredFile file, Partition partition, String scorer)
      implements Serializable {}

  /** The part of a row of {@code rollouts} that says what it cost. */
  record Cost(
      String promptId,
      int rolloutIndex,
      String status,
      Integer promptTokens,
      Integer completionTokens,
      Double seconds)
      implements Serializable {}

  /** The part of a row of {@code scores} that says whether it is right. */
  record Right(String promptId, int rolloutIndex, Boolean correct) implements Serializable {}

  JavaPairRDD<Tuple2<AgentKey, String>, Spend> read(RunTables run, Prices prices) {
    OutputFolder output = new OutputFolder(run.folder(), configuration);
    LocalDate day = run.run().started().atZone(ZoneOffset.UTC).toLocalDate();
    List<CellFile> files = new ArrayList<>();
    for (BooksRow cell : run.books()) {
      Partition partition =
          output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
      AgentKey agent = new AgentKey(cell.task(), cell.model(), cell.sampling(), "");
      output
          .list(output.rollouts(partition))
          .forEach(file -> files.add(new CellFile(agent, file, partition, cell.scorer())));
    }
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> broadcast =
        SerializableConfiguration.broadcast(spark.sc());
    return spark
        .parallelize(files, Math.max(1, Math.min(files.size(), 4 * spark.defaultParallelism())))
        .flatMapToPair(
            file ->
                spends(
                        new OutputFolder(root, broadcast.value().value()),
                        file,
                        prices.of(file.agent().model(), day).orElse(null))
                    .entrySet()
                    .stream()
                    .map(
                        found ->
                            new Tuple2<>(
                                new Tuple2<>(file.agent(), found.getKey()), found.getValue()))
                    .iterator());
  }

  private static Map<String, Spend> spends(OutputFolder output, CellFile cell, Price price) {
    Map<String, Map<Integer, Boolean>> right = new HashMap<>();
    TableFile scores = output.scoresOf(cell.file(), cell.partition(), cell.scorer());
    if (scores.exists()) {
      scores.forEach(
          Table.SCORES.part(Right.class),
          score -> {
            if (score.correct() != null) {
              right
                  .computeIfAbsent(score.promptId(), id -> new HashMap<>())
                  .put(score.rolloutIndex(), score.correct());
            }
          });
    }
    Map<String, Spend> spends = new HashMap<>();
    output
        .file(cell.file())
        .forEach(
            Table.ROLLOUTS.part(Cost.class),
            rollout ->
                spends
                    .computeIfAbsent(rollout.promptId(), id -> new Spend())
                    .add(
                        RolloutStatus.FAILED.is(rollout.status())
                            ? null
                            : right
                                .getOrDefault(rollout.promptId(), Map.of())
                                .get(rollout.rolloutIndex()),
                        longOf(rollout, rollout.promptTokens()),
                        longOf(rollout, rollout.completionTokens()),
                        secondsOf(rollout),
                        dollars(rollout, price),
                        price == null
                            ? Spend.Basis.NONE
                            : price.isByToken() ? Spend.Basis.TOKENS : Spend.Basis.HOURS));
    return spends;
  }

  private static Double dollars(Cost rollout, Price price) {
    return price == null
        ? null
        : Optionals.orNull(
            price.of(
                longOf(rollout, rollout.promptTokens()),
                longOf(rollout, rollout.completionTokens()),
                secondsOf(rollout)));
  }

  /** A rollout that failed drew nothing that is known to cost. */
  private static Long longOf(Cost rollout, Integer tokens) {
    if (tokens == null) {
      return RolloutStatus.FAILED.is(rollout.status()) ? 0L : null;
    }
    return tokens.longValue();
  }

  private static Double secondsOf(Cost rollout) {
    boolean isNothing = rollout.seconds() == null && RolloutStatus.FAILED.is(rollout.status());
    return isNothing ? Double.valueOf(0) : rollout.seconds();
  }
}
