package org.galton.job.agents;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.job.run.RunTables;
import org.galton.table.BooksRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;

/**
 * The files of a run's rollouts, each with the file of scores of its name: nothing is joined across
 * machines to know which rollout is right.
 */
public final class AgentFiles {
  private AgentFiles() {}

  /** A file of rollouts of a cell. */
  public record CellFile(Agent agent, StoredFile file, Partition partition, String scorer)
      implements Serializable {

    public TableFile rollouts(OutputFolder output) {
      return output.file(file);
    }

    /** What its scores say, as a narrower record names it; nothing where none were written. */
    public <R extends Record> void forEachScore(
        OutputFolder output, Class<R> part, Consumer<R> sink) {
      TableFile scores = output.scoresOf(file, partition, scorer);
      if (scores.exists()) {
        scores.forEach(Table.SCORES.part(part), sink);
      }
    }

    public Verdicts verdicts(OutputFolder output) {
      Map<String, Map<Integer, Boolean>> right = new HashMap<>();
      forEachScore(
          output,
          Verdict.class,
          score -> {
            if (score.correct() != null) {
              right
                  .computeIfAbsent(score.promptId(), id -> new HashMap<>())
                  .put(score.rolloutIndex(), score.correct());
            }
          });
      return (promptId, rolloutIndex) -> right.getOrDefault(promptId, Map.of()).get(rolloutIndex);
    }
  }

  /** The part of a row of {@code scores} that says whether a rollout is right. */
  record Verdict(String promptId, int rolloutIndex, Boolean correct) {}

  /** Which rollouts are right. */
  public interface Verdicts {
    /** Null where nothing is judged. */
    Boolean of(String promptId, int rolloutIndex);
  }

  /** What a file holds, read where it is. */
  public interface Reading<T> extends Function2<OutputFolder, CellFile, Iterator<T>> {}

  public static <T> JavaRDD<T> read(
      JavaSparkContext spark, Configuration configuration, RunTables run, Reading<T> reading) {
    return read(spark, configuration, run, run.books(), reading);
  }

  /**
   * @param cells some of the run's
   */
  public static <T> JavaRDD<T> read(
      JavaSparkContext spark,
      Configuration configuration,
      RunTables run,
      List<BooksRow> cells,
      Reading<T> reading) {
    OutputFolder output = new OutputFolder(run.folder(), configuration);
    List<CellFile> files = new ArrayList<>();
    for (BooksRow cell : cells) {
      Partition partition =
          output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
      Agent agent = new Agent(cell.task(), cell.model(), cell.sampling());
      output
          .list(output.rollouts(partition))
          .forEach(file -> files.add(new CellFile(agent, file, partition, cell.scorer())));
    }
    String root = output.root().toString();
    Broadcast<SerializableConfiguration> broadcast =
        SerializableConfiguration.broadcast(spark.sc());
    return spark
        .parallelize(files, Math.max(1, Math.min(files.size(), 4 * spark.defaultParallelism())))
        .flatMap(file -> reading.call(new OutputFolder(root, broadcast.value().value()), file));
  }
}
