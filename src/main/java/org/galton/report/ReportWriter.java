package org.galton.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report as one HTML page that loads nothing: style, scripts and data stand in it, and its
 * content security policy forbids everything else. The same page gives the same bytes.
 */
public final class ReportWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads public methods only, of package-private records too. */
  private final PebbleEngine engine;

  public ReportWriter() {
    engine =
        new PebbleEngine.Builder()
            // Where the sections of studies in jars of the user lie, too.
            .loader(new ClasspathLoader(Thread.currentThread().getContextClassLoader()))
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /** Writes the page to {@code out}, in UTF-8 if that encodes, and leaves it open. */
  public void write(ReportPage page, Writer out) throws IOException {
    String library = Resources.library();
    String script = Resources.script(page.scripts());
    engine
        .getTemplate(page.template())
        .evaluate(
            out,
            Map.of(
                "page",
                page,
                "style",
                Resources.style(),
                "library",
                library,
                "script",
                script,
                "data",
                embedded(page.charts()),
                "scripts",
                Resources.fingerprint(library) + " " + Resources.fingerprint(script)));
    out.flush();
  }

  /** JSON that cannot end the script element it stands in: in JSON, these stand in strings only. */
  private static String embedded(Object data) throws JsonProcessingException {
    return JSON.writeValueAsString(data)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
