package org.galton.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of {@code ./galton stats}, as a user starts it.
 *
 * @param seconds from the command to its end
 * @param heapMebibytes most that was on the heap at a collection or at the end
 * @param residentMebibytes most that the process held
 * @param rollouts as it reports them
 * @param solveRate its pass@1
 */
record StatsRun(
    double seconds, long heapMebibytes, long residentMebibytes, long rollouts, double solveRate) {
  private static final Pattern BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(");
  private static final Pattern AT_EXIT = Pattern.compile("total \\d+K, used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  static StatsRun of(Path file, Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("gc.log");
    Path out = folder.resolve("stats.json");
    Path err = folder.resolve("stats.err");
    ProcessBuilder builder =
        new ProcessBuilder("./galton", "stats", "--json", "--input", file.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(SPARK|GALTON)_.*"));
    builder
        .environment()
        .put("SPARK_SUBMIT_OPTS", "-Xlog:gc,gc+heap+exit:file=" + log + ":none:filecount=0");
    long began = System.nanoTime();
    Process process = builder.start();
    long resident = 0;
    while (process.isAlive()) {
      resident = Math.max(resident, most(RESIDENT, status(process)));
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException("./galton stats failed: " + Files.readString(err));
    }
    String collections = Files.readString(log);
    JsonNode model = new ObjectMapper().readTree(out.toFile()).get("models").get(0);
    return new StatsRun(
        seconds,
        Math.max(most(BEFORE_COLLECTION, collections), most(AT_EXIT, collections) / 1024),
        resident / 1024,
        model.get("rollouts").asLong(),
        solveRate(model));
  }

  /** The launcher turns into the JVM, so the process is one. */
  private static String status(Process process) throws IOException {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      }
      return "";
    }
  }

  private static long most(Pattern number, String text) {
    long most = 0;
    Matcher matcher = number.matcher(text);
    while (matcher.find()) {
      most = Math.max(most, Long.parseLong(matcher.group(1)));
    }
    return most;
  }

  private static double solveRate(JsonNode model) {
    for (JsonNode figure : model.get("metrics")) {
      if (figure.get("metric").asText().equals("pass@k") && figure.get("k").asInt() == 1) {
        return figure.get("value").asDouble();
      }
    }
    throw new IllegalStateException("./galton stats printed no pass@1");
  }
}
