package org.galton.view.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galton.view.row.ViewPage;

/** Writes pages as HTML; whatever a template names is escaped. */
final class PageWriter {
  private static final String TEMPLATES = "org/galton/view/page/";

  private final PageUse use;
  private final PebbleEngine engine;

  PageWriter(PageUse use) {
    this.use = use;
    engine =
        new PebbleEngine.Builder()
            .loader(new ClasspathLoader(PageWriter.class.getClassLoader()))
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /**
   * @param folder number of the one that the page is about; 0 for none
   */
  String html(ViewPage page, int folder, String name, Optional<Takeaway> takeaway) {
    StringWriter out = new StringWriter();
    try {
      engine
          .getTemplate(TEMPLATES + page.template())
          .evaluate(
              out,
              Map.of(
                  "kept",
                  use == PageUse.KEPT,
                  "page",
                  page,
                  "folder",
                  folder,
                  "folderName",
                  name,
                  "takeaways",
                  takeaway.stream().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the page " + page.template(), e);
    }
    return out.toString();
  }
}
