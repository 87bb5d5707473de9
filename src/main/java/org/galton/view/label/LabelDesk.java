package org.galton.view.label;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.spec.InvalidInput;
import org.galton.table.Table;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.row.RolloutAddress;

/**
 * Where labels are written: a session for each folder. Nothing is written before the first label.
 */
public final class LabelDesk implements AutoCloseable {
  private final Labeller labeller;
  private final Map<Integer, LabelSession> sessions;

  private LabelDesk(Labeller labeller, Map<Integer, LabelSession> sessions) {
    this.labeller = labeller;
    this.sessions = sessions;
  }

  /**
   * @throws InvalidInput when a folder cannot be written to
   */
  public static LabelDesk over(List<ViewedFolder> folders, Labeller labeller) {
    folders.forEach(LabelDesk::check);
    return new LabelDesk(
        labeller,
        folders.stream()
            .collect(
                Collectors.toMap(
                    ViewedFolder::number, folder -> new LabelSession(folder.path(), labeller))));
  }

  /** A link would lead out of what the viewer reads. */
  private static void check(ViewedFolder folder) {
    Path labels = folder.path().resolve(Table.LABELS.name());
    boolean isThere = Files.exists(labels, LinkOption.NOFOLLOW_LINKS);
    if (isThere && !Files.isDirectory(labels, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInput(
          "Cannot label %s: %s is no folder; expected none, or one that the viewer has made"
              .formatted(folder.name(), labels));
    }
    if (!Files.isWritable(isThere ? labels : folder.path())) {
      throw new InvalidInput(
          "Cannot label %s: it cannot be written to; label a copy of it, or leave out --labels to look at it"
              .formatted(folder.name()));
    }
  }

  public Labeller labeller() {
    return labeller;
  }

  /**
   * @throws java.io.UncheckedIOException when it cannot be written; what was there stays
   * @throws org.galton.table.store.Unfinished when there is no space for it
   */
  public void put(ViewedFolder folder, RolloutAddress rollout, LabelForm form) {
    sessions.get(folder.number()).put(rollout, form);
  }

  /** Leaves one file for each session in which something was labelled. */
  @Override
  public void close() {
    sessions.values().forEach(LabelSession::close);
  }
}
