package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.spec.InvalidInput;
import org.galton.view.bundle.PageBundle.Written;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as files, of tables that Galton's own writer wrote. */
final class PageBundleTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(?!data:)([^\"]*)\"");
  private static final int ALL = ViewedOutput.PROMPTS * ViewedOutput.ROLLOUTS;

  @TempDir private Path temporary;

  private Written export(Path to, int most) {
    Path output = temporary.resolve("output");
    if (!Files.exists(output)) {
      ViewedOutput.in(output);
    }
    List<Integer> told = new ArrayList<>();
    Written written =
        Viewer.export(
            List.of(output.toString()),
            to.toString(),
            most,
            EngineLimits.withDefaults(),
            told::add);
    assertThat(told).hasSize(written.pages());
    return written;
  }

  private static List<Path> pages(Path bundle) throws IOException {
    try (Stream<Path> all = Files.walk(bundle)) {
      return all.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  @Test
  void everyLinkLeadsToAFileAndEveryRolloutIsThere() throws Exception {
    Path bundle = temporary.resolve("new/bundle");
    Written written = export(bundle, 2_000);
    assertThat(written.leftOut()).isZero();
    List<Path> pages = pages(bundle);
    assertThat(pages).hasSize(written.pages());
    Set<Path> linked = new HashSet<>(Set.of(bundle.resolve("index.html")));
    for (Path page : pages) {
      String html = Files.readString(page);
      assertThat(html).doesNotContain("<script>alert", "<img", "Exception");
      LINK.matcher(html)
          .results()
          .map(link -> page.getParent().resolve(link.group(1)).normalize())
          .forEach(linked::add);
    }
    assertThat(linked).allSatisfy(file -> assertThat(file).isRegularFile());
    assertThat(linked).containsAll(pages);
    Set<String> rollouts =
        pages.stream()
            .map(page -> page.getFileName().toString())
            .filter(name -> name.startsWith("rollout-"))
            .collect(Collectors.toSet());
    assertThat(rollouts).hasSize(ALL);
  }

  @Test
  void aLinkToAPageThatIsLeftOutLeadsNowhere() throws Exception {
    Path bundle = temporary.resolve("few");
    Written written = export(bundle, 12);
    assertThat(written.pages()).isEqualTo(12 - List.of("view.css", "view.js").size());
    assertThat(written.leftOut()).isPositive();
    for (Path page : pages(bundle)) {
      assertThat(LINK.matcher(Files.readString(page)).results())
          .allSatisfy(link -> assertThat(page.getParent().resolve(link.group(1))).exists());
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Path bundle = Files.createDirectories(temporary.resolve("used"));
    Files.writeString(bundle.resolve("mine"), "text");
    assertThatThrownBy(() -> export(bundle, 100))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot write pages to %s: there is something already; name a folder that is new or empty"
                .formatted(bundle));
    assertThat(bundle).isDirectoryContaining(file -> file.endsWith("mine"));
  }

  @Test
  void aPageThatCannotBeMadeEndsTheBundle() throws Exception {
    Path output = temporary.resolve("output");
    ViewedOutput.in(output);
    try (Stream<Path> files = Files.walk(output.resolve("scores"))) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.writeString(file, "no Parquet file at all");
    }
    assertThatThrownBy(() -> export(temporary.resolve("broken"), 100))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("/1/rollouts cannot be made; open it with ./galton view");
    assertThat(temporary.resolve("broken")).doesNotExist();
  }

  @Test
  void nothingIsLeftWhereWritingFails() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "text");
    assertThatThrownBy(() -> export(file.resolve("bundle"), 100))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot write pages to ");
    try (Stream<Path> all = Files.list(temporary)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("file", "output");
    }
  }
}
