package org.galton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galton.console.ShellWords;

/** A page in Markdown: its links, its headings as GitHub names them, its commands. */
record DocPage(Path path, List<String> lines) {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final String FENCE = "```";

  static DocPage read(Path path) throws IOException {
    return new DocPage(path, Files.readAllLines(path));
  }

  /** README, everything under docs/ and the page of the examples. */
  static List<DocPage> all() throws IOException {
    List<DocPage> pages = new ArrayList<>();
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      for (Path path :
          Stream.concat(
                  Stream.of(Path.of("README.md"), Path.of("examples/README.md")),
                  docs.filter(file -> file.toString().endsWith(".md")).sorted())
              .toList()) {
        pages.add(read(path));
      }
    }
    return pages;
  }

  /** Targets of links to files and headings; not those to other hosts. */
  List<String> links() {
    return prose().stream()
        .map(line -> line.replaceAll("`[^`]*`", "code"))
        .flatMap(line -> LINK.matcher(line).results().map(found -> found.group(1)))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .toList();
  }

  /** What follows # in a link to each heading: a second heading of a name gets -1, and so on. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    for (String line : prose()) {
      HEADING
          .matcher(line)
          .results()
          .filter(found -> found.start() == 0)
          .map(DocPage::anchor)
          .forEach(
              anchor -> {
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
              });
    }
    return anchors;
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** The lines that begin with ./galton in blocks of sh, each with the lines that it goes on in. */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    boolean inShell = false;
    boolean isOpen = false;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        inShell = line.equals(FENCE + "sh");
        isOpen = false;
      } else if (inShell && isOpen) {
        commands.set(commands.size() - 1, commands.get(commands.size() - 1) + "\n" + line);
        isOpen = ShellWords.isOpen(commands.get(commands.size() - 1));
      } else if (inShell && line.startsWith("./galton ")) {
        commands.add(line);
        isOpen = ShellWords.isOpen(line);
      }
    }
    return commands;
  }

  private List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean isCode = false;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        isCode = !isCode;
      } else if (!isCode) {
        prose.add(line);
      }
    }
    return prose;
  }
}
