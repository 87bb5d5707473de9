package org.galton.view.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.view.web.Content;
import org.galton.view.web.Reply;
import org.galton.view.web.Site;

/**
 * Writes a site's pages into a folder, each as a file, beginning with the first page and following
 * links, the nearest first, until there are enough. A link to a page that is left out leads
 * nowhere.
 */
public final class PageBundle {
  /** Attribute values of our own templates hold no quotes, and texts none that are not escaped. */
  private static final Pattern LINK = Pattern.compile(" (href|src)=\"([^\"]*)\"( download)?");

  /** Of this and above are replies that something is wrong here, not with what was asked. */
  private static final int FAULT = 500;

  private final Site site;
  private final Path folder;
  private final int most;
  private final Queue<PageAddress> waiting = new ArrayDeque<>();
  private final Set<PageAddress> taken = new HashSet<>();
  private final Set<PageAddress> leftOut = new HashSet<>();

  private PageBundle(Site site, Path folder, int most) {
    this.site = site;
    this.folder = folder;
    this.most = most;
  }

  /**
   * What was written.
   *
   * @param leftOut pages that links of the others led to
   */
  public record Written(int pages, int leftOut) {}

  /**
   * @param folder that is there and empty
   * @param progress is told how many pages are written
   */
  public static Written write(Site site, Path folder, int most, Consumer<Integer> progress)
      throws IOException {
    return new PageBundle(site, folder, most).write(progress);
  }

  private Written write(Consumer<Integer> progress) throws IOException {
    take(PageAddress.FIRST);
    int pages = 0;
    for (PageAddress page = waiting.poll(); page != null; page = waiting.poll()) {
      String text = text(page);
      boolean isPage = page.file().endsWith(".html");
      Path file = folder.resolve(page.file());
      Files.createDirectories(file.getParent());
      Files.writeString(file, isPage ? linked(page, text) : text);
      if (isPage) {
        progress.accept(++pages);
      }
    }
    return new Written(pages, leftOut.size());
  }

  private String text(PageAddress page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Reply reply = site.reply(page.path(), page.parameters());
    try (Content content = reply.content()) {
      content.writeTo(bytes);
    }
    if (reply.status() >= FAULT) {
      throw new IOException(
          "the page %s cannot be made; open it with ./galton view, it says why"
              .formatted(page.path() + page.parameters().query()));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String linked(PageAddress page, String html) {
    return LINK.matcher(html)
        .replaceAll(
            link ->
                Matcher.quoteReplacement(
                    link(page, link.group(1), link.group(2), link.group(3) != null)));
  }

  private String link(PageAddress page, String attribute, String escaped, boolean isDownload) {
    if (escaped.startsWith("data:")) {
      return " %s=\"%s\"".formatted(attribute, escaped);
    }
    PageAddress to = page.to(escaped.replace("&amp;", "&"));
    if (isDownload || !take(to)) {
      return "";
    }
    Path from = Path.of(page.file()).getParent();
    Path file = Path.of(to.file());
    return " %s=\"%s\"".formatted(attribute, from == null ? file : from.relativize(file));
  }

  /** Whether the page is one of the bundle. */
  private boolean take(PageAddress page) {
    if (taken.contains(page)) {
      return true;
    }
    if (taken.size() >= most) {
      leftOut.add(page);
      return false;
    }
    taken.add(page);
    waiting.add(page);
    return true;
  }
}
