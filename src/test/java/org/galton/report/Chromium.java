package org.galton.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A browser of its own: where there is none a test is passed over, unless the environment says that
 * there has to be one.
 *
 * @param folder of its profile and of what it says
 */
public record Chromium(Path folder) {

  /** The page's elements once its scripts have run. */
  public String dom(URI page, String... options) throws IOException, InterruptedException {
    Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
    if (System.getenv("GALTON_TEST_BROWSER") == null) {
      assumeTrue(chromium.isPresent(), "no chromium on the PATH");
    }
    assertThat(chromium).as("chromium on the PATH").isPresent();
    List<String> command =
        new ArrayList<>(
            List.of(
                chromium.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("--user-data-dir=" + folder.resolve("profile"), "--dump-dom", page.toString()));
    Path dom = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try {
      assertThat(browser.waitFor(5, TimeUnit.MINUTES)).as("chromium ended").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dom);
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
