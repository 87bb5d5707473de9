package org.galton.view.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.galton.table.LabelRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.view.row.RolloutAddress;

/**
 * One file of labels: the latest word of this session on each rollout. It is written anew, under a
 * new name, with every label, so that a file never changes while somebody reads it, and a label
 * that was taken is on the disk. The one before it stays for whoever has just listed it; of rows in
 * both the latest counts, as with other sessions. Cost: the labels of the session, some
 * milliseconds for thousands.
 */
final class LabelSession implements AutoCloseable {
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  /** How long a file that was written anew stays. No page takes longer to read. */
  private static final Duration LISTED = Duration.ofSeconds(10);

  /** No file takes so long to write: a hidden one of this age is what a dead viewer left. */
  private static final Duration DEAD = Duration.ofHours(1);

  private final Path folder;
  private final OutputFolder output;
  private final String name;
  private final Labeller labeller;
  private final Map<RolloutAddress, LabelRow> rows = new LinkedHashMap<>();
  private final Deque<Replaced> replaced = new ArrayDeque<>();
  private Optional<TableFile> written = Optional.empty();
  private Instant last = Instant.EPOCH;
  private int number;

  private record Replaced(TableFile file, Instant since) {}

  LabelSession(Path output, Labeller labeller) {
    this.folder = output.resolve(Table.LABELS.name());
    this.output = new OutputFolder(output.toString(), new Configuration(false));
    this.labeller = labeller;
    this.name =
        "labels-%s-%s"
            .formatted(BEGUN.format(Instant.now()), UUID.randomUUID().toString().substring(0, 8));
  }

  /**
   * @throws UncheckedIOException when the file cannot be written; the one before it is still there
   * @throws org.galton.table.store.Unfinished when there is no space for it
   */
  synchronized void put(RolloutAddress rollout, LabelForm form) {
    if (written.isEmpty()) {
      clearUp();
    }
    Instant now = after(last);
    Map<RolloutAddress, LabelRow> next = new LinkedHashMap<>(rows);
    next.put(rollout, row(rollout, form, now));
    TableFile file =
        output.file(
            new org.apache.hadoop.fs.Path(output.root(), Table.LABELS.name()),
            "%s-%06d".formatted(name, ++number));
    if (file.publish(Table.LABELS, next.values(), () -> {}) != TableFile.Publication.PUBLISHED) {
      throw new IllegalStateException("Cannot write " + file.path() + ": it is already there");
    }
    written.ifPresent(before -> replaced.add(new Replaced(before, Instant.now())));
    written = Optional.of(file);
    rows.putAll(next);
    last = now;
    deleteReplacedBefore(Instant.now().minus(LISTED));
  }

  private void deleteReplacedBefore(Instant listed) {
    while (!replaced.isEmpty() && replaced.peek().since().isBefore(listed)) {
      delete(replaced.remove().file());
    }
  }

  @Override
  public synchronized void close() {
    deleteReplacedBefore(Instant.MAX);
  }

  /** A later word must have a later time, whatever the clock does. */
  private static Instant after(Instant last) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
  }

  private LabelRow row(RolloutAddress rollout, LabelForm form, Instant now) {
    return new LabelRow(
        rollout.model(),
        rollout.task(),
        rollout.generation(),
        rollout.promptId(),
        rollout.rolloutIndex(),
        form.label().map(HumanLabel::word).orElse(null),
        form.label().map(HumanLabel::correct).orElse(null),
        form.tags(),
        form.note().isEmpty() ? null : form.note(),
        labeller.name(),
        now);
  }

  private static void delete(TableFile file) {
    try {
      file.delete();
    } catch (UncheckedIOException e) {
      // Its rows are those of the new file, or older: readers take the latest.
    }
  }

  private void clearUp() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant dead = Instant.now().minus(DEAD);
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, ".labels-*")) {
      for (Path file : hidden) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(dead)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look through " + folder + ": " + e.getMessage(), e);
    }
  }
}
