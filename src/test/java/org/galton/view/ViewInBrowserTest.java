package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens pages in Chromium: where there is none it fails if the environment says so. */
final class ViewInBrowserTest {
  @TempDir private Path temporary;

  /** A browser that ran a completion, or was refused its own script, would not show this. */
  @Test
  void furtherRowsAreLoadedAndHostileTextStaysText() throws Exception {
    Path folder = temporary.resolve("output");
    ViewedOutput.in(folder);
    try (Viewer viewer = Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults())) {
      String dom = rendered(viewer.address(), "/1/rollouts");

      assertThat(dom.split("<tr><th scope=\"row\">", -1))
          .as("the second and the third page come without a click")
          .hasSize(1 + 120);
      assertThat(dom)
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .doesNotContain("<script>alert", "<img", "<i>");
    }
  }

  /** The printed address, led to a page: its cookie lasts as long as the browser runs. */
  private String rendered(String address, String place) throws IOException, InterruptedException {
    Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
    if (System.getenv("GALTON_TEST_BROWSER") == null) {
      assumeTrue(chromium.isPresent(), "no chromium on the PATH");
    }
    assertThat(chromium).as("chromium on the PATH").isPresent();
    Path dom = temporary.resolve("dom.html");
    URI page = URI.create(address).resolve(place + "?" + URI.create(address).getQuery());
    Process browser =
        new ProcessBuilder(
                chromium.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,5000",
                "--virtual-time-budget=20000",
                "--user-data-dir=" + temporary.resolve("profile"),
                "--dump-dom",
                page.toString())
            .redirectOutput(dom.toFile())
            .redirectError(temporary.resolve("errors").toFile())
            .start();
    try {
      assertThat(browser.waitFor(5, TimeUnit.MINUTES)).as("chromium ended").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dom);
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
