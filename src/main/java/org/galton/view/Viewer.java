package org.galton.view;

import java.util.ArrayList;
import java.util.List;
import org.galton.view.engine.Engine;
import org.galton.view.engine.EngineLimits;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.page.ViewPages;
import org.galton.view.web.WebServer;

/** Pages over output folders, from their start to their end. */
public final class Viewer implements AutoCloseable {
  private final Engine engine;
  private final WebServer server;

  private Viewer(Engine engine, WebServer server) {
    this.engine = engine;
    this.server = server;
  }

  /**
   * @param port 0 for any that is free
   * @throws org.galton.spec.InvalidInput when a folder holds no tables or the port is taken
   */
  public static Viewer start(List<String> names, int port, EngineLimits limits) {
    List<ViewedFolder> folders = new ArrayList<>();
    for (String name : names) {
      folders.add(ViewedFolder.of(folders.size() + 1, name));
    }
    Engine engine = Engine.over(folders, limits);
    try {
      return new Viewer(engine, WebServer.start(port, new ViewPages(engine, folders)));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** With the token, which lets whoever has it in. */
  public String address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    engine.close();
  }
}
