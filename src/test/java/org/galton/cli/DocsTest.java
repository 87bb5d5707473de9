package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galton.study.Studies;
import org.galton.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The pages of the documentation as a reader clicks through them. */
final class DocsTest {
  private static final String REFERENCE = "\n## Tables and options\n";

  private static final int FRONT_DOOR_LINES = 200;

  @TempDir private Path folder;

  @Test
  void readmeIsAFrontDoor() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(FRONT_DOOR_LINES);
  }

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (DocPage page : DocPage.all()) {
      links += page.links().size();
      broken.addAll(broken(page));
    }

    assertThat(links).isGreaterThan(50);
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageIsReachedFromReadme() throws IOException {
    Set<Path> reached = new HashSet<>(Set.of(Path.of("README.md")));
    List<Path> next = new ArrayList<>(reached);
    while (!next.isEmpty()) {
      DocPage page = DocPage.read(next.remove(next.size() - 1));
      for (String link : page.links()) {
        Path target = target(page, link);
        if (target.toString().endsWith(".md") && reached.add(target)) {
          next.add(target);
        }
      }
    }

    assertThat(DocPage.all()).extracting(DocPage::path).allMatch(reached::contains);
  }

  @Test
  void everyCommandHasItsLine() throws IOException {
    String page = Files.readString(Path.of("docs/commands.md"));

    assertThat(Galton.commandLine().getSubcommands().values())
        .filteredOn(command -> !command.getCommandSpec().usageMessage().hidden())
        .extracting(CommandLine::getCommandName)
        .allMatch(name -> page.contains("| `./galton " + name));
  }

  /** Rewrites the sections instead where {@code -Dgalton.dictionary=write} is set. */
  @Test
  void everyStudyHasAPageThatEndsWithItsTablesAndOptions() throws IOException {
    for (Study study : Studies.all()) {
      String type = study.getClass().getPackageName();
      Path path = Path.of("docs/studies", type.substring(type.lastIndexOf('.') + 1) + ".md");
      String page = Files.readString(path);
      assertThat(page).containsOnlyOnce(REFERENCE);
      int begin = page.indexOf(REFERENCE) + REFERENCE.length();
      String expected = "\n" + StudyHeader.of(study);
      if ("write".equals(System.getProperty("galton.dictionary"))) {
        Files.writeString(path, page.substring(0, begin) + expected);
        continue;
      }
      assertThat(page.substring(begin))
          .as("./mvnw -q -B -Dtest=DocsTest -Dgalton.dictionary=write test renews " + path)
          .isEqualTo(expected);
    }
  }

  @Test
  void aMissingFileAndAMissingHeadingAreFound() throws IOException {
    Files.writeString(folder.resolve("other.md"), "# Twice\n## What's `k`?\n## Twice\n");
    Path path = folder.resolve("page.md");
    Files.writeString(
        path,
        """
        # Here
        [a](other.md#whats-k), [b](other.md#twice-1), [c](#here), [d](https://example.org/x), `[e](none)`
        [f](none.md) [g](other.md#none) [h](#there)
        ```text
        # No heading
        [i](none)
        ```
        [j](#no-heading)
        """);

    assertThat(broken(DocPage.read(path)))
        .containsExactly(
            path + ": none.md: no such file",
            path + ": other.md#none: no such heading",
            path + ": #there: no such heading",
            path + ": #no-heading: no such heading");
  }

  private static List<String> broken(DocPage page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String link : page.links()) {
      Path target = target(page, link);
      int hash = link.indexOf('#');
      if (!Files.exists(target)) {
        broken.add(page.path() + ": " + link + ": no such file");
      } else if (hash >= 0 && !DocPage.read(target).anchors().contains(link.substring(hash + 1))) {
        broken.add(page.path() + ": " + link + ": no such heading");
      }
    }
    return broken;
  }

  private static Path target(DocPage page, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
  }
}
