package org.galton.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.galton.view.bundle.NewFolder;
import org.galton.view.bundle.PageBundle;
import org.galton.view.engine.Engine;
import org.galton.view.engine.EngineLimits;
import org.galton.view.engine.FileListing;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.label.LabelDesk;
import org.galton.view.label.Labeller;
import org.galton.view.page.PageUse;
import org.galton.view.page.ViewPages;
import org.galton.view.web.Site;
import org.galton.view.web.WebServer;

/** Pages over output folders, from their start to their end. */
public final class Viewer implements AutoCloseable {
  private final Engine engine;
  private final WebServer server;
  private final Optional<LabelDesk> desk;

  private Viewer(Engine engine, WebServer server, Optional<LabelDesk> desk) {
    this.engine = engine;
    this.server = server;
    this.desk = desk;
  }

  /**
   * @param port 0 for any that is free
   * @throws org.galton.spec.InvalidInput when a folder holds no tables or the port is taken
   */
  public static Viewer start(List<String> names, int port, EngineLimits limits) {
    return start(names, port, limits, Optional.empty());
  }

  /**
   * @param labeller who labels rollouts; absent where nothing is written
   * @throws org.galton.spec.InvalidInput as above, and when a folder cannot be written to
   */
  public static Viewer start(
      List<String> names, int port, EngineLimits limits, Optional<Labeller> labeller) {
    List<ViewedFolder> folders = folders(names);
    Optional<LabelDesk> desk = labeller.map(one -> LabelDesk.over(folders, one));
    Engine engine = Engine.over(folders, limits, FileListing.EACH_TIME);
    try {
      Site pages = new ViewPages(engine, folders, PageUse.SERVED, desk);
      return new Viewer(engine, WebServer.start(port, pages), desk);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private static List<ViewedFolder> folders(List<String> names) {
    List<ViewedFolder> folders = new ArrayList<>();
    for (String name : names) {
      folders.add(ViewedFolder.of(folders.size() + 1, name));
    }
    return folders;
  }

  /**
   * Writes pages as files, for a file server.
   *
   * @param to a folder that is new or empty; it is there once all of it is written
   * @param most pages
   * @param progress is told how many pages are written
   * @throws org.galton.spec.InvalidInput when a folder holds no tables or the other is not new
   */
  public static PageBundle.Written export(
      List<String> names, String to, int most, EngineLimits limits, Consumer<Integer> progress) {
    List<ViewedFolder> folders = folders(names);
    NewFolder folder = NewFolder.of(to);
    try (Engine engine = Engine.over(folders, limits, FileListing.ONCE)) {
      Site pages = new ViewPages(engine, folders, PageUse.KEPT, Optional.empty());
      return folder.fill(path -> PageBundle.write(pages, path, most, progress));
    }
  }

  /** With the token, which lets whoever has it in. */
  public String address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    desk.ifPresent(LabelDesk::close);
    engine.close();
  }
}
