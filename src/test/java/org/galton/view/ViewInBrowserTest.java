package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.galton.report.BrowserTab;
import org.galton.report.Chromium;
import org.galton.view.engine.EngineLimits;
import org.galton.view.label.Labeller;
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

  @Test
  void keysLabelARolloutAndGoOn() throws Exception {
    Path folder = temporary.resolve("output");
    ViewedOutput.in(folder);
    Path pictures = Files.createDirectories(Path.of("target", "view-pictures"));
    try (Viewer viewer =
            Viewer.start(
                List.of(folder.toString()),
                0,
                EngineLimits.withDefaults(),
                Optional.of(new Labeller("anna")));
        BrowserTab tab =
            new Chromium(temporary).open(led(viewer.address(), "/1/rollouts?status=complete"))) {
      tab.await("document.querySelectorAll('#rows tbody tr').length > 40");
      tab.go(tab.value("document.querySelector('#rows tbody a').href"));
      tab.await("document.querySelector('form.label') !== null");
      tab.press("2");
      tab.await(pressed(2) + " && location.hash === '#label'");

      tab.value("document.querySelector('textarea').focus()");
      tab.press("1");
      assertThat(tab.value("document.querySelector('textarea').value"))
          .as("who writes a note presses no button")
          .isEqualTo("1");
      tab.value(
          "document.querySelector('textarea').value ="
              + " '</textarea><script>window.hostile = 1</script><img src=x onerror=hostile=1>';"
              + "document.querySelector('input[name=tags]').value = 'units, \"><i>sign';"
              + "document.activeElement.blur()");
      tab.press("3");
      tab.await(pressed(3) + " && document.querySelectorAll('.said .tag').length === 2");
      assertThat(tab.value("String(window.hostile)")).isEqualTo("undefined");
      assertThat(tab.value("document.querySelector('pre.said').textContent"))
          .startsWith("</textarea><script>");
      assertThat(tab.picture(pictures.resolve("label-1280.png"), 1280)).isLessThanOrEqualTo(1280);
      assertThat(tab.picture(pictures.resolve("label-390.png"), 390)).isLessThanOrEqualTo(390);

      tab.press("j");
      tab.await("document.querySelector('h1').textContent === 'Rollout 1' && " + pressed(0));
      tab.press("1");
      tab.await(pressed(1));
      tab.press("0");
      tab.await(pressed(0) + " && document.querySelector('.said') !== null");
      tab.press("1");
      tab.await(pressed(1));
      tab.press("u");
      tab.await("location.pathname.endsWith('/rollouts')");
      assertThat(tab.value("document.querySelectorAll('#rows td span.doubtful').length + ''"))
          .isEqualTo("1");
      tab.picture(pictures.resolve("labelled-list-1280.png"), 1280);
      tab.go("/1/labels");
      tab.await("document.querySelector('h1').textContent === 'Labels'");
      tab.picture(pictures.resolve("labels-1280.png"), 1280);
      assertThat(tab.picture(pictures.resolve("labels-390.png"), 390)).isLessThanOrEqualTo(390);
    }
  }

  private static String pressed(int key) {
    return "document.querySelector('button[aria-keyshortcuts=\"%d\"]')?.ariaPressed === 'true'"
        .formatted(key);
  }

  private static URI led(String address, String place) {
    return URI.create(address).resolve(place + "&" + URI.create(address).getQuery());
  }

  /** The printed address, led to a page: its cookie lasts as long as the browser runs. */
  private String rendered(String address, String place) throws IOException, InterruptedException {
    URI page = URI.create(address).resolve(place + "?" + URI.create(address).getQuery());
    return new Chromium(temporary)
        .dom(page, "--window-size=1280,5000", "--virtual-time-budget=20000");
  }
}
