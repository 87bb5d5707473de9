package org.galton.study.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunTables;
import org.galton.job.summary.CountedRollouts;
import org.galton.job.summary.TallyScan;
import org.galton.statistics.Ballot;
import org.galton.table.BooksRow;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;

/**
 * The answers to one cell's prompts, counted over all rollouts that are stored and judged, of a
 * budget over its pilot: prompts with more rollouts would count as surer.
 *
 * @param ballots one for each prompt, in the order of their ids
 */
public record StoredBallots(String model, String task, String generation, List<Ballot> ballots) {

  /** Of every cell of a run, in the order of its books. */
  public static List<StoredBallots> of(SparkSession session, RunAddress address) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    OutputFolder output = new OutputFolder(address.folder(), spark.hadoopConfiguration());
    RunTables run = address.open(spark.hadoopConfiguration());
    List<BooksRow> books = run.books();
    List<Map<String, Ballot>> counted =
        new TallyScan(spark, output)
            .count(
                books.stream().map(cell -> judged(output, cell)).toList(),
                new CountedRollouts.First(run.pilot().orElse(Integer.MAX_VALUE)),
                tally -> tally.counted().ballot());
    List<StoredBallots> found = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      BooksRow cell = books.get(i);
      found.add(
          new StoredBallots(
              cell.model(),
              cell.task(),
              cell.generation(),
              List.copyOf(new TreeMap<>(counted.get(i)).values())));
    }
    return found;
  }

  private static TallyScan.Judged judged(OutputFolder output, BooksRow cell) {
    return new TallyScan.Judged(
        output.stored(new Partition(cell.model(), cell.task(), cell.generation())), cell.scorer());
  }
}
