package org.galton.task.judge.code;

import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a Markdown text. */
final class Fences {
  private static final int LEAST = 3;
  private static final int MOST_INDENT = 3;

  private Fences() {}

  /**
   * The content of each block, in order. A block that nothing closes reaches to the end: a stop
   * text may have taken its fence. One closing fence alone ends a block that the prompt has opened.
   */
  static List<String> of(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    String fence = "";
    StringBuilder before = new StringBuilder();
    boolean isOpened = isOpened(text);
    for (String line : text.split("\n", -1)) {
      String marker = marker(line);
      if (block == null && !marker.isEmpty()) {
        if (isOpened && blocks.isEmpty()) {
          blocks.add(before.toString());
        } else {
          block = new StringBuilder();
          fence = marker;
        }
      } else if (block != null && marker.startsWith(fence) && isBare(line)) {
        blocks.add(block.toString());
        block = null;
      } else {
        (block == null ? before : block).append(line).append('\n');
      }
    }
    if (block != null) {
      blocks.add(block.toString());
    }
    return blocks;
  }

  /**
   * Whether the text begins in a block: fences in odd number, code before the first, a bare one.
   */
  private static boolean isOpened(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> fences = lines.stream().filter(line -> !marker(line).isEmpty()).toList();
    return fences.size() % 2 == 1 && isBare(fences.get(0)) && CodeLine.begins(lines.get(0));
  }

  private static String marker(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    int end = at;
    while (end < line.length()
        && "`~".indexOf(line.charAt(end)) >= 0
        && line.charAt(end) == line.charAt(at)) {
      end++;
    }
    return at <= MOST_INDENT && end - at >= LEAST ? line.substring(at, end) : "";
  }

  private static boolean isBare(String line) {
    return line.strip().length() == marker(line).length();
  }
}
