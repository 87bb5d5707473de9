package org.galton.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.galton.game.Style;

/**
 * Reads the action of an answer, in time linear in its length.
 *
 * <ul>
 *   <li>prose: what stands in the last {@code \boxed{…}}; where the environment has tools, a later
 *       {@code <tool_call>} of JSON is a call instead
 *   <li>marks: what stands before the first {@code ;}
 * </ul>
 *
 * <p>A call is the action {@code tool: argument}.
 */
public final class Answer {
  /** Longer ones are no actions. */
  public static final int LONGEST_ACTION = 200;

  /** Characters of an answer that are read and kept: the last ones in prose, else the first. */
  public static final int LONGEST = 65_536;

  /** Ends an answer in marks. */
  public static final String END = ";";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOX = "\\boxed{";
  private static final String CALL = "<tool_call>";
  private static final String CALL_END = "</tool_call>";

  /** No tool is called so: the action of a call that could not be read. */
  static final String BROKEN_CALL = "tool_call";

  private Answer() {}

  /** The part of an answer that is read, with half characters replaced. */
  public static String kept(String answer, Style style) {
    String part = answer;
    if (answer.length() > LONGEST) {
      part =
          switch (style) {
            case PROSE -> answer.substring(answer.length() - LONGEST);
            case MARKS -> answer.substring(0, LONGEST);
          };
    }
    StringBuilder whole = null;
    for (int at = 0; at < part.length(); at++) {
      char here = part.charAt(at);
      if (Character.isHighSurrogate(here)
          && at + 1 < part.length()
          && Character.isLowSurrogate(part.charAt(at + 1))) {
        at++;
      } else if (Character.isSurrogate(here)) {
        whole = whole == null ? new StringBuilder(part) : whole;
        whole.setCharAt(at, '\uFFFD');
      }
    }
    return whole == null ? part : whole.toString();
  }

  /**
   * @param kept by {@link #kept}
   */
  public static Optional<String> action(String kept, Style style, Environment environment) {
    return switch (style) {
      case PROSE -> boxed(kept, !environment.tools().isEmpty());
      case MARKS -> {
        int end = kept.indexOf(END);
        yield whole(end < 0 ? kept : kept.substring(0, end));
      }
    };
  }

  private static Optional<String> boxed(String answer, boolean tools) {
    int box = answer.lastIndexOf(BOX);
    int call = tools ? answer.lastIndexOf(CALL) : -1;
    if (call > box) {
      return Optional.of(call(answer, call + CALL.length()));
    }
    if (box < 0) {
      return Optional.empty();
    }
    int from = box + BOX.length();
    int depth = 1;
    for (int at = from; at < Math.min(answer.length(), from + LONGEST_ACTION + 1); at++) {
      char here = answer.charAt(at);
      depth += here == '{' ? 1 : here == '}' ? -1 : 0;
      if (depth == 0) {
        return whole(answer.substring(from, at));
      }
    }
    return Optional.empty();
  }

  private static String call(String answer, int from) {
    int end = answer.indexOf(CALL_END, from);
    String json = answer.substring(from, end < 0 ? answer.length() : end);
    String broken = BROKEN_CALL + ": " + cut(json.strip());
    JsonNode call;
    try {
      call = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return broken;
    }
    JsonNode arguments = call.path("arguments");
    if (!call.path("name").isTextual() || arguments.size() != 1) {
      return broken;
    }
    String argument = arguments.elements().next().asText();
    return whole(call.path("name").asText() + ": " + argument).orElse(broken);
  }

  private static String cut(String text) {
    String first = text.substring(0, Math.min(text.length(), LONGEST_ACTION / 2));
    return Character.isHighSurrogate(first.isEmpty() ? ' ' : first.charAt(first.length() - 1))
        ? first.substring(0, first.length() - 1)
        : first;
  }

  private static Optional<String> whole(String action) {
    String stripped = action.strip();
    return stripped.isEmpty() || stripped.length() > LONGEST_ACTION
        ? Optional.empty()
        : Optional.of(stripped);
  }
}
