package org.galton.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.query.Query;
import org.galton.job.upkeep.Compaction;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What it takes to look one prompt up among 10 million rollouts, as a sweep writes them and after
 * {@code ./galton compact}: bytes and seconds beside those of a full scan, by Galton's reader,
 * Spark SQL and DuckDB. All columns of all 256 rollouts are fetched. Bytes are those that the
 * readers ask of the file system, footers included; DuckDB's are what the operating system counts
 * for this process. {@code -Dgalton.lookup.millions=1} makes it shorter.
 */
final class PromptLookupCoverage {
  private static final int PER_PROMPT = 256;
  private static final int SHARD = 1024;
  private static final String[] WORDS =
      ("we add the two numbers so first carry one then write down answer is number of each side"
              + " take away left over times equals check again sum total minus half double digit"
              + " therefore remains because column ten hundred units result step next multiply")
          .split(" ");

  private final int prompts =
      (int)
          (Double.parseDouble(System.getProperty("galton.lookup.millions", "10"))
              * 1e6
              / PER_PROMPT);
  private final SparkSession spark = LocalSpark.session();
  private Path folder;
  private Configuration configuration;

  @BeforeEach
  void writeRollouts() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "lookup").toAbsolutePath();
    configuration = spark.sparkContext().hadoopConfiguration();
    configuration.set("fs.counted.impl", CountingFileSystem.class.getName());
    Partition partition = new Partition("model", "sums", "0123456789abcdef");
    OutputFolder output = output();
    IntStream.range(0, (prompts * PER_PROMPT + SHARD - 1) / SHARD)
        .parallel()
        .forEach(
            shard ->
                output
                    .file(output.rollouts(partition), "rollouts-" + id("shard", shard))
                    .publish(Table.ROLLOUTS, rows(shard), () -> {}));
  }

  @AfterEach
  void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  /** What a look-up took. */
  private record Taken(String reader, long rows, long bytes, double seconds) {}

  @Test
  void onePromptIsFoundWithoutTheRest() throws Exception {
    System.out.printf(
        Locale.ROOT, "%nOne prompt of %,d (%,d rollouts):%n", prompts, prompts * PER_PROMPT);
    measure("as a sweep writes them");
    new Compaction(spark, Compaction.BYTES_A_FILE).run(folder.toString(), place -> {});
    for (Taken taken : measure("after ./galton compact")) {
      if (!taken.reader().contains("scan") && prompts * PER_PROMPT >= 5_000_000) {
        assertThat(taken.bytes()).as(taken.reader()).isLessThan(stored() / 100);
      }
    }
  }

  private List<Taken> measure(String state) throws Exception {
    List<Taken> all = new ArrayList<>();
    look(prompts / 3); // Code is compiled and loaded.
    all.addAll(look(prompts / 2));
    long stored = stored();
    System.out.printf(
        Locale.ROOT, "%s: %,d files, %.1f MiB%n", state, currentFiles().size(), stored / 1048576.0);
    for (Taken taken : all) {
      System.out.printf(
          Locale.ROOT,
          "  %-22s %,12d bytes %8.3f %% %8.2f s%n",
          taken.reader(),
          taken.bytes(),
          100.0 * taken.bytes() / stored,
          taken.seconds());
      assertThat(taken.rows()).as(taken.reader()).isEqualTo(PER_PROMPT);
    }
    return all;
  }

  private List<Taken> look(int prompt) throws Exception {
    String id = id("prompt", prompt);
    return List.of(
        counted("Galton's reader", () -> byGalton(id, false)),
        counted("Galton's reader, scan", () -> byGalton(id, true)),
        counted("Spark SQL", () -> bySpark("prompt_id = '" + id + "'")),
        counted("Spark SQL, scan", () -> bySpark("concat(prompt_id, '') = '" + id + "'")),
        byDuckDb("DuckDB", "prompt_id = '" + id + "'"),
        byDuckDb("DuckDB, scan", "concat(prompt_id, '') = '" + id + "'"));
  }

  /** A way to look up; returns the number of rows. */
  private interface LookUp {
    long run();
  }

  private static Taken counted(String reader, LookUp lookUp) {
    long before = CountingFileSystem.read();
    long began = System.nanoTime();
    long rows = lookUp.run();
    return new Taken(
        reader, rows, CountingFileSystem.read() - before, (System.nanoTime() - began) / 1e9);
  }

  private long byGalton(String id, boolean scan) {
    List<RolloutRow> found = new ArrayList<>();
    OutputFolder output = new OutputFolder("counted://" + folder, configuration);
    for (GenerationFolder generation : output.generations()) {
      for (StoredFile file : output.list(generation.rollouts())) {
        if (scan) {
          output
              .file(file)
              .forEach(
                  Table.ROLLOUTS.rows(),
                  row -> {
                    if (row.promptId().equals(id)) {
                      found.add(row);
                    }
                  });
        } else {
          output.file(file).forEachOf(id, Table.ROLLOUTS.rows(), found::add);
        }
      }
    }
    return found.size();
  }

  private long bySpark(String where) {
    return Query.over(spark, Optional.of("counted://" + folder))
        .rows("SELECT * FROM rollouts WHERE " + where, 10 * PER_PROMPT)
        .cells()
        .size();
  }

  private Taken byDuckDb(String reader, String where) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String files =
          String.join(
              "', '", currentFiles().stream().map(f -> f.path().replace("file:", "")).toList());
      statement.execute("SET enable_object_cache = false");
      long before = readByProcess();
      long began = System.nanoTime();
      long rows = 0;
      try (ResultSet result =
          statement.executeQuery(
              "SELECT * FROM read_parquet(['"
                  + files
                  + "'], hive_partitioning = false) WHERE "
                  + where)) {
        while (result.next()) {
          rows++;
        }
      }
      return new Taken(reader, rows, readByProcess() - before, (System.nanoTime() - began) / 1e9);
    }
  }

  /** As Linux counts the bytes of all reads of a process, cached or not. */
  private static long readByProcess() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/io")).stream()
        .filter(line -> line.startsWith("rchar: "))
        .mapToLong(line -> Long.parseLong(line.substring(7)))
        .findFirst()
        .orElseThrow();
  }

  private List<StoredFile> currentFiles() {
    OutputFolder output = output();
    return output.generations().stream().flatMap(g -> output.list(g.rollouts()).stream()).toList();
  }

  private long stored() {
    return currentFiles().stream()
        .mapToLong(
            file -> {
              try {
                return Files.size(Path.of(file.path().replace("file:", "")));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .sum();
  }

  private OutputFolder output() {
    return new OutputFolder(folder.toString(), configuration);
  }

  private static String id(String kind, int number) {
    return Fingerprint.of(List.of(kind, String.valueOf(number))).hex(16);
  }

  /** Rollouts of a shard: its prompts' in the order of their ids, 100 to 200 bytes of text each. */
  private List<RolloutRow> rows(int shard) {
    int perShard = SHARD / PER_PROMPT;
    return IntStream.range(shard * perShard, Math.min(prompts, (shard + 1) * perShard))
        .boxed()
        .sorted(Comparator.comparing(prompt -> id("prompt", prompt)))
        .flatMap(prompt -> IntStream.range(0, PER_PROMPT).mapToObj(rollout -> row(prompt, rollout)))
        .toList();
  }

  private static RolloutRow row(int prompt, int rollout) {
    SplittableRandom random = new SplittableRandom(prompt * 1_000_003L + rollout);
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(100, 200);
    while (text.length() < length) {
      text.append(
          random.nextInt(4) == 0
              ? String.valueOf(random.nextInt(1000))
              : WORDS[random.nextInt(WORDS.length)]);
      text.append(' ');
    }
    int tokens = text.length() / 4;
    return new RolloutRow(
        "model",
        "sums",
        "0123456789abcdef",
        id("prompt", prompt),
        rollout,
        "complete",
        text.toString(),
        24,
        tokens,
        -random.nextDouble() * tokens,
        random.nextDouble(),
        "cpu",
        random.nextDouble(),
        1,
        null);
  }
}
