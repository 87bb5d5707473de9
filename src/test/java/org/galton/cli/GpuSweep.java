package org.galton.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.sql.SparkSession;
import org.galton.console.SessionFactory;
import org.galton.job.sweep.Sweep;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;

/**
 * What {@link GpuClusterIT} starts on a cluster: a sweep on GPUs with a model that needs none.
 * Leaves in a folder how many tasks each kind of stage may run at once, and the metrics as scraped.
 */
public final class GpuSweep {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private GpuSweep() {}

  /**
   * @param args the folder, and the sweep's spec
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (SparkSession session = SessionFactory.open("gpu")) {
      SweepSpec spec =
          SweepSpec.read(
              new SpecSource("gpu.yaml", Files.readString(Path.of(args[1])), List.of()),
              path -> {
                throw new IOException("no file " + path);
              });
      Map<String, Integer> profiles = new ConcurrentHashMap<>();
      session.sparkContext().addSparkListener(new Profiles(profiles));
      long tokens =
          new Sweep(session, new CountingModel.Loader(), "test")
              .run(spec, progress -> {})
              .drawn()
              .tokens();
      Files.writeString(folder.resolve("metrics"), scrape(session.sparkContext(), tokens));
      Files.writeString(folder.resolve("tasks"), tasksAtOnce(session.sparkContext(), profiles));
    }
  }

  /** By the words for their job, the profile of stages. */
  private static final class Profiles extends SparkListener {
    private final Map<String, Integer> profiles;

    Profiles(Map<String, Integer> profiles) {
      this.profiles = profiles;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
      String words = stage.properties().getProperty("spark.job.description");
      profiles.put(String.valueOf(words), stage.stageInfo().resourceProfileId());
    }
  }

  private static String tasksAtOnce(SparkContext spark, Map<String, Integer> profiles) {
    return profiles.entrySet().stream()
        .map(
            stage ->
                stage.getKey()
                    + " = "
                    + spark.maxNumConcurrentTasks(
                        spark.resourceProfileManager().resourceProfileFromId(stage.getValue())))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Waits until executors have told the driver of all tokens and of no shard in work. */
  private static String scrape(SparkContext spark, long tokens) throws Exception {
    URI page = URI.create(spark.uiWebUrl().get() + "/metrics/prometheus");
    Instant until = Instant.now().plus(PATIENCE);
    String found = "";
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    while (Instant.now().isBefore(until)) {
      found =
          client
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      if (found.matches("(?s).*MonitoringPlugin_tokens_Count[^\\n]* " + tokens + "\\n.*")
          && found.matches("(?s).*MonitoringPlugin_shards_Value[^\\n]* 0\\n.*")) {
        return found;
      }
      Thread.sleep(500);
    }
    return found;
  }
}
