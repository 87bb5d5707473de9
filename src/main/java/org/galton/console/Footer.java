package org.galton.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;

/**
 * The end of a command's help. Where a line is too long it goes on in the next one between two
 * words, never within one, and a command that does can still be copied.
 */
public final class Footer {
  private static final Pattern WORD =
      Pattern.compile("(?:[^ '\"]|\\$?'(?:[^'\\\\]|\\\\.)*'|\"[^\"]*\"|['\"])+");

  private Footer() {}

  public static String of(Help help) {
    int width = help.commandSpec().usageMessage().width();
    return List.of(help.commandSpec().usageMessage().footer()).stream()
        .flatMap(line -> folded(line, width).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  static List<String> folded(String line, int width) {
    boolean command = line.contains("./galton ");
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Matcher words = WORD.matcher(line);
    int end = 0;
    while (words.find()) {
      String blanks = line.substring(end, words.start());
      end = words.end();
      boolean last = end == line.length();
      int room = width - (command && !last ? 2 : 0);
      if (!open.toString().isBlank()
          && open.length() + blanks.length() + words.group().length() > room) {
        lines.add(open + (command ? " \\" : ""));
        open.setLength(0);
        open.append(" ".repeat(command ? continued(line) : 0));
      } else {
        open.append(blanks);
      }
      open.append(words.group());
    }
    lines.add(open.toString());
    return lines;
  }

  /** Two columns in from the command. */
  private static int continued(String line) {
    return line.indexOf("./galton ") + 2;
  }
}
