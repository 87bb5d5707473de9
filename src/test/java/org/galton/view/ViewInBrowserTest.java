package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.galton.report.Chromium;
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
    URI page = URI.create(address).resolve(place + "?" + URI.create(address).getQuery());
    return new Chromium(temporary)
        .dom(page, "--window-size=1280,5000", "--virtual-time-budget=20000");
  }
}
