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
    List<String> command = command(options);
    command.addAll(List.of("--dump-dom", page.toString()));
    Path dom = folder.resolve("dom.html");
    Process browser = start(command, dom);
    try {
      assertThat(browser.waitFor(5, TimeUnit.MINUTES)).as("chromium ended").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dom);
  }

  /** A page that stays open, for keys to be pressed on it. */
  public BrowserTab open(URI page) throws IOException, InterruptedException {
    List<String> command = command("--remote-debugging-port=0");
    command.add(page.toString());
    return BrowserTab.of(start(command, folder.resolve("out")), profile());
  }

  private Path profile() {
    return folder.resolve("profile");
  }

  private List<String> command(String... options) {
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
    command.add("--user-data-dir=" + profile());
    return command;
  }

  private Process start(List<String> command, Path out) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(folder.resolve("errors").toFile())
        .start();
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
