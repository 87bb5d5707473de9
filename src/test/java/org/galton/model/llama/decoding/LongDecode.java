package org.galton.model.llama.decoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.galton.model.Completion;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;

/**
 * Prints the least of four growths of a process, in bytes, each over 12,500 tokens after a warm-up.
 * What is forgotten at each step grows every time; code that is still being compiled does not.
 */
final class LongDecode {
  private LongDecode() {}

  public static void main(String[] arguments) throws IOException {
    try (RandomModel random = new RandomModel(RandomModel.GROUPED, 12);
        LlamaModel model = random.model(32)) {
      decode(model, 50_000);
      long least = Long.MAX_VALUE;
      long before = residentBytes();
      for (int round = 0; round < 4; round++) {
        decode(model, 12_500);
        long after = residentBytes();
        least = Math.min(least, after - before);
        before = after;
      }
      System.out.println(least);
    }
  }

  private static void decode(LlamaModel model, int tokens) {
    AtomicLong drawn = new AtomicLong();
    Iterator<Request> requests =
        new Iterator<>() {
          private long next;

          @Override
          public boolean hasNext() {
            return drawn.get() < tokens;
          }

          @Override
          public Request next() {
            next++;
            return new Request(next, "prompt" + next / 20, Uniforms.seed(3, next));
          }
        };
    model.generate(
        requests,
        Sampling.untempered(60),
        outcome -> drawn.addAndGet(((Completion) outcome).completionTokens()));
  }

  private static long residentBytes() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("RssAnon"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
