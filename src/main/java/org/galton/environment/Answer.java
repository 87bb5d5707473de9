package org.galton.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.galton.chat.CallText;
import org.galton.game.Style;

/**
 * Reads the action of an answer, in time linear in its length.
 *
 * <ul>
 *   <li>prose: what stands in the last {@code \boxed{…}} or block, see {@link AnswerForm}; where
 *       the environment has tools, a later {@code <tool_call>} of JSON is a call instead
 *   <li>marks: what stands before the first {@code ;}
 * </ul>
 *
 * <p>A call is the action {@code tool: argument}.
 */
public final class Answer {
  /** Characters of an answer that are read and kept: the last ones in prose, else the first. */
  public static final int LONGEST = 65_536;

  /** Ends an answer in marks. */
  public static final String END = ";";

  private static final ObjectMapper JSON = new ObjectMapper();
  static final String BOX = "\\boxed{";
  static final String FENCE = "```";

  /** No tool is called so: the action of a call that could not be read. */
  static final String BROKEN_CALL = "tool_call";

  /** Characters that are told of a call that cannot be read. */
  private static final int MOST_OF_BROKEN = 100;

  private static final int LONGEST_LANGUAGE = 20;

  /** How tools are called; a world tells a call of another one by it. */
  private static final String NAME = "[a-z_]+";

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
      case PROSE -> said(kept, environment);
      case MARKS -> {
        int end = kept.indexOf(END);
        yield whole(end < 0 ? kept : kept.substring(0, end), environment);
      }
    };
  }

  private static Optional<String> said(String answer, Environment environment) {
    Span span = span(answer, environment);
    Optional<String> call = lastCall(answer, environment, span);
    return call.isPresent()
        ? call.map(json -> call(json, environment))
        : span.text().flatMap(text -> whole(text, environment));
  }

  /**
   * What stands in the call that is the action; empty where the action is none.
   *
   * @param kept by {@link #kept}, in prose
   */
  static Optional<String> lastCall(String kept, Environment environment) {
    return lastCall(kept, environment, span(kept, environment));
  }

  private static Optional<String> lastCall(String answer, Environment environment, Span span) {
    int call = environment.tools().isEmpty() ? -1 : answer.lastIndexOf(CallText.BEGIN);
    if (call <= span.at()) {
      return Optional.empty();
    }
    int from = call + CallText.BEGIN.length();
    int end = answer.indexOf(CallText.END, from);
    return Optional.of(answer.substring(from, end < 0 ? answer.length() : end));
  }

  private static Span span(String answer, Environment environment) {
    return switch (environment.answerForm()) {
      case BOX -> box(answer, environment.longestAnswer());
      case BLOCK -> block(answer);
    };
  }

  /**
   * The last place where an action is written.
   *
   * @param at where it begins; -1 where there is none
   * @param text in it; empty where it has no end
   */
  private record Span(int at, Optional<String> text) {}

  private static Span box(String answer, int longest) {
    int box = answer.lastIndexOf(BOX);
    int from = box + BOX.length();
    int depth = 1;
    for (int at = from; box >= 0 && at < Math.min(answer.length(), from + longest + 1); at++) {
      char here = answer.charAt(at);
      depth += here == '{' ? 1 : here == '}' ? -1 : 0;
      if (depth == 0) {
        return new Span(box, Optional.of(answer.substring(from, at)));
      }
    }
    return new Span(box, Optional.empty());
  }

  /** The last one that is closed, without the language's name. */
  private static Span block(String answer) {
    Span last = new Span(-1, Optional.empty());
    int open = answer.indexOf(FENCE);
    while (open >= 0) {
      int from = open + FENCE.length();
      int close = answer.indexOf(FENCE, from);
      if (close < 0) {
        break;
      }
      int line = answer.indexOf('\n', from);
      boolean named =
          line >= 0
              && line < Math.min(close, from + LONGEST_LANGUAGE)
              && answer.substring(from, line).strip().indexOf(' ') < 0;
      last = new Span(open, Optional.of(answer.substring(named ? line : from, close)));
      open = answer.indexOf(FENCE, close + FENCE.length());
    }
    return last;
  }

  private static String call(String json, Environment environment) {
    String broken = BROKEN_CALL + ": " + cut(json.strip());
    JsonNode call;
    try {
      call = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return broken;
    }
    JsonNode arguments = call.path("arguments");
    if (!call.path("name").asText().matches(NAME) || arguments.size() != 1) {
      return broken;
    }
    String argument = arguments.elements().next().asText();
    return whole(call.path("name").asText() + ": " + argument, environment).orElse(broken);
  }

  private static String cut(String text) {
    String first = text.substring(0, Math.min(text.length(), MOST_OF_BROKEN));
    return Character.isHighSurrogate(first.isEmpty() ? ' ' : first.charAt(first.length() - 1))
        ? first.substring(0, first.length() - 1)
        : first;
  }

  private static Optional<String> whole(String action, Environment environment) {
    String stripped = action.strip();
    return stripped.isEmpty() || stripped.length() > longest(stripped, environment)
        ? Optional.empty()
        : Optional.of(stripped);
  }

  private static int longest(String action, Environment environment) {
    return environment.tools().stream()
        .filter(tool -> action.startsWith(tool.name() + ":"))
        .mapToInt(Tool::longestCall)
        .findFirst()
        .orElse(environment.longestAnswer());
  }
}
