package org.galton.model.llama.torch;

import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a decode loop's time goes, as the engine's profiler sees its operations. The profiler makes
 * a loop slower, small operations most of all: shares are to be read as rough.
 */
public final class StepProfile {
  private StepProfile() {}

  /** What time is spent on. */
  public enum Part {
    PROMPT("prompt"),
    WEIGHTS("weight products"),
    ATTENTION("attention products"),
    CACHE("cache writes"),
    ELEMENTS("element-wise"),
    DRAW("draw"),
    CALLS("interpreter, Java");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private record Event(String name, double begin, double seconds) {
    double end() {
      return begin + seconds;
    }
  }

  /** An operation that has not ended yet, and the part that all within it belongs to, if any. */
  private record Open(Event event, Part own, Part within) {}

  /**
   * Runs a decode loop on this thread under the profiler.
   *
   * @return seconds of each part, which add up to the time from the first operation to the last
   */
  public static Map<Part, Double> of(Runnable loop) {
    try {
      Path trace = Files.createTempFile("galton-profile", ".json");
      try {
        JniUtils.startProfile(false, false, false);
        try {
          loop.run();
        } finally {
          JniUtils.stopProfile(trace.toString());
        }
        return parts(new ObjectMapper().readTree(trace.toFile()));
      } finally {
        Files.delete(trace);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An operation's time less that of the operations within it, summed by part. */
  static Map<Part, Double> parts(JsonNode trace) {
    List<Event> events = new ArrayList<>();
    for (JsonNode node : trace) {
      if (node.path("ph").asText().equals("X")) {
        events.add(
            new Event(
                node.get("name").asText(),
                node.get("ts").doubleValue() / 1e6,
                node.get("dur").doubleValue() / 1e6));
      }
    }
    events.sort(
        Comparator.comparingDouble(Event::begin)
            .thenComparing(Comparator.comparingDouble(Event::seconds).reversed()));
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, 0.0);
    }
    Deque<Open> open = new ArrayDeque<>();
    double last = Double.NEGATIVE_INFINITY;
    for (Event event : events) {
      while (!open.isEmpty() && open.peek().event().end() <= event.begin()) {
        open.pop();
      }
      Open parent = open.peek();
      if (parent != null) {
        parts.merge(parent.own(), -event.seconds(), Double::sum);
      } else if (event.begin() > last && last > Double.NEGATIVE_INFINITY) {
        parts.merge(Part.CALLS, event.begin() - last, Double::sum);
      }
      Part whole = parent == null ? whole(event.name()) : parent.within();
      Part own = whole != null ? whole : part(event.name());
      parts.merge(own, event.seconds(), Double::sum);
      open.push(new Open(event, own, whole));
      last = Math.max(last, event.end());
    }
    return parts;
  }

  /** Methods of the script that are one part as a whole. */
  private static Part whole(String name) {
    return switch (name) {
      case "sequence", "extend" -> Part.PROMPT;
      case "draw" -> Part.DRAW;
      default -> null;
    };
  }

  private static Part part(String name) {
    return switch (name) {
      case "step" -> Part.CALLS;
      case "aten::mm", "aten::addmm" -> Part.WEIGHTS;
      case "aten::bmm", "aten::_scaled_dot_product_flash_attention_for_cpu" -> Part.ATTENTION;
      case "aten::index_put_", "aten::_index_put_impl_" -> Part.CACHE;
      default -> Part.ELEMENTS;
    };
  }
}
