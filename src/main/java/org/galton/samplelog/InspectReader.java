package org.galton.samplelog;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** An Inspect log that is being read: its header, then one sample after the other. */
interface InspectReader extends Closeable {
  String SHAPE =
      "a log of Inspect: {\"version\": 2, \"eval\": {\"task\": …, \"model\": …}, \"plan\": …,"
          + " \"samples\": [{\"id\": …, \"epoch\": …, \"input\": …, \"target\": …, \"output\":"
          + " …}]}";

  /** Transcripts and stores are many times as large as this, and are not kept. */
  Set<String> SAMPLE =
      Set.of(
          "id",
          "epoch",
          "input",
          "choices",
          "target",
          "output",
          "scores",
          "error",
          "limit",
          "total_time");

  static InspectReader open(LogSource source) throws IOException {
    return source.path().endsWith(".eval") ? new InspectArchive(source) : new InspectJson(source);
  }

  /** All but the samples. */
  LogLine header();

  Optional<LogLine> next() throws IOException;

  /** What is kept of the header; results are many times as large. */
  Set<String> HEADER = Set.of("version", "status", "eval", "plan");
}
