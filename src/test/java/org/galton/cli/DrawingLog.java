package org.galton.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Spark's event logs tell of the tasks that drew rollouts.
 *
 * @param finished shards that were drawn
 * @param lost attempts at a shard that ended with their executor
 * @param executors processes that finished a shard, each with a model of its own
 * @param replacements of these, the ones that Spark started in place of a lost one
 */
record DrawingLog(int finished, int lost, int executors, int replacements) {

  /**
   * @param folder of the logs of one application or several, uncompressed
   * @param first how many executors an application starts with
   */
  static DrawingLog read(Path folder, int first) throws IOException {
    int finished = 0;
    int lost = 0;
    Set<String> executors = new HashSet<>();
    Set<String> replacements = new HashSet<>();
    for (Path log : logs(folder)) {
      Set<Integer> drawing = new HashSet<>();
      for (JsonNode event : events(log)) {
        String kind = event.path("Event").asText();
        if (kind.equals("SparkListenerJobStart") && isDrawing(event)) {
          event.get("Stage IDs").forEach(stage -> drawing.add(stage.asInt()));
        } else if (kind.equals("SparkListenerTaskEnd")
            && drawing.contains(event.get("Stage ID").asInt())) {
          String reason = event.get("Task End Reason").get("Reason").asText();
          if (reason.equals("Success")) {
            finished++;
            String executor = event.get("Task Info").get("Executor ID").asText();
            executors.add(log + " " + executor);
            if (Integer.parseInt(executor) >= first) {
              replacements.add(log + " " + executor);
            }
          } else if (reason.equals("ExecutorLostFailure")) {
            lost++;
          }
        }
      }
    }
    return new DrawingLog(finished, lost, executors.size(), replacements.size());
  }

  private static boolean isDrawing(JsonNode job) {
    return job.get("Properties").path("spark.job.tags").asText().contains("galton-");
  }

  private static List<Path> logs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("events_")).toList();
    }
  }

  /** A driver that was killed leaves its last line unfinished. */
  private static List<JsonNode> events(Path log) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.endsWith("}")).map(line -> parse(json, line)).toList();
    }
  }

  private static JsonNode parse(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
