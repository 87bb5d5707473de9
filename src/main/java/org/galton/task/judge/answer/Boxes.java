package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * The boxes of a text, found by counting braces.
 *
 * @param hits the whole ones; adjacent boxes are one list
 * @param cut whether one is still open at the end of the text
 */
record Boxes(List<AnswerHit> hits, boolean cut) {
  private static final List<String> COMMANDS = List.of("\\boxed", "\\fbox", "\\framebox");
  private static final int MOST_READ = 64;
  private static final int DEEPEST = 64;
  private static final int TOO_DEEP = -2;

  static Boxes in(String text, List<String> joins) {
    List<AnswerHit> hits = new ArrayList<>();
    boolean cut = false;
    int last = lastOnes(text);
    for (int at = next(text, 0); at >= 0; ) {
      int open = opening(text, at);
      int end = open < text.length() && text.charAt(open) == '{' ? close(text, open) : -1;
      if (open == text.length()) {
        cut = true;
      } else if (text.charAt(open) != '{') {
        int token = next(text, open) == open ? open : endOfToken(text, open);
        end = token;
        if (token > open) {
          add(
              hits,
              new AnswerHit(AnswerPlace.BOX, at, token, text.substring(open, token)),
              text,
              joins);
        }
      } else if (end >= 0) {
        String content = unwrapped(text.substring(open + 1, end));
        add(
            hits,
            new AnswerHit(
                AnswerPlace.BOX,
                at,
                end + 1,
                at < last
                    ? content
                    : BoxContext.isInside(text, at)
                        ? ""
                        : BoxContext.of(text, at, end + 1).orElse(content)),
            text,
            joins);
      } else {
        cut |= end != TOO_DEEP && isCut(text.substring(open));
      }
      at = next(text, Math.max(open, end));
    }
    return new Boxes(List.copyOf(hits), cut);
  }

  /** Where those begin whose surroundings are read: earlier ones are no answer. */
  private static int lastOnes(String text) {
    int at = text.length();
    for (int i = 0; i < MOST_READ && at > 0; i++) {
      int before = text.lastIndexOf("\\", at - 1);
      while (before > 0 && !isCommand(text, before)) {
        before = text.lastIndexOf("\\", before - 1);
      }
      at = Math.max(0, before);
    }
    return at;
  }

  private static int next(String text, int from) {
    int at = text.indexOf('\\', from);
    while (at >= 0 && !isCommand(text, at)) {
      at = text.indexOf('\\', at + 1);
    }
    return at;
  }

  private static boolean isCommand(String text, int at) {
    return COMMANDS.stream().anyMatch(command -> text.startsWith(command, at));
  }

  /** Where the content begins, behind blanks and a width in square brackets. */
  private static int opening(String text, int at) {
    int open = at;
    for (String command : COMMANDS) {
      if (text.startsWith(command, at)) {
        open = at + command.length();
      }
    }
    open = blanks(text, open);
    while (open < text.length() && text.charAt(open) == '[' && text.startsWith("\\framebox", at)) {
      int close = text.indexOf(']', open);
      if (close < 0) {
        return open;
      }
      open = blanks(text, close + 1);
    }
    return open;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The brace that closes; negative where none does. */
  static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return i;
      }
      if (depth > DEEPEST) {
        return TOO_DEEP;
      }
    }
    return -1;
  }

  /** A number, a letter, or a command with what belongs to it. */
  private static int endOfToken(String text, int from) {
    int end = from;
    if (text.charAt(from) != '\\') {
      while (end < text.length()
          && (Character.isDigit(text.charAt(end))
              || (end == from && "+-".indexOf(text.charAt(end)) >= 0)
              || (".,/".indexOf(text.charAt(end)) >= 0
                  && end + 1 < text.length()
                  && Character.isDigit(text.charAt(end + 1))))) {
        end++;
      }
      return end == from && Character.isLetter(text.charAt(from)) ? from + 1 : end;
    }
    end++;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    while (end < text.length() && text.charAt(end) == '{' && close(text, end) >= 0) {
      end = close(text, end) + 1;
    }
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Nothing but the answer itself is left open: otherwise the braces are merely wrong. */
  private static boolean isCut(String rest) {
    return next(rest, 1) < 0
        && !rest.contains("\n\n")
        && !rest.contains("$")
        && !rest.contains("\\]")
        && !rest.contains("\\)");
  }

  private static String unwrapped(String content) {
    String inner = content.strip();
    for (int depth = 0; depth < DEEPEST && next(inner, 0) == 0; depth++) {
      int open = opening(inner, 0);
      if (open >= inner.length()
          || inner.charAt(open) != '{'
          || close(inner, open) != inner.length() - 1) {
        break;
      }
      inner = inner.substring(open + 1, inner.length() - 1).strip();
    }
    return inner;
  }

  private static void add(List<AnswerHit> hits, AnswerHit hit, String text, List<String> joins) {
    AnswerHit last = hits.isEmpty() ? null : hits.get(hits.size() - 1);
    if (last != null && JoinedPlaces.areJoined(text, last, hit, joins)) {
      hits.set(hits.size() - 1, JoinedPlaces.join(last, hit));
    } else {
      hits.add(hit);
    }
  }
}
