package org.galton.table.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.galton.table.FileFault;

/**
 * The local disk, on which one thing goes wrong as the configuration says: {@code
 * fault://NAME/path} follows {@code fs.fault.NAME}. It is a disk whose renames are atomic, or with
 * {@link Store#PUBLISH} {@code put} an object store: no rename, no times to set, and an object that
 * is seen once its stream is closed.
 */
public final class FaultyFileSystem extends FileSystem {
  private static final long LATE_MILLIS = 1000;

  private final RawLocalFileSystem disk = new RawLocalFileSystem();
  private final AtomicInteger calls = new AtomicInteger();
  private URI uri;
  private FileFault fault;
  private boolean objects;

  /** Makes a place where this goes wrong, and gives its address. */
  public static String arrange(
      Configuration configuration, String name, FileFault fault, java.nio.file.Path folder) {
    configuration.set("fs.fault.impl", FaultyFileSystem.class.getName());
    configuration.set("fs.fault." + name, fault.text());
    return "fault://" + name + folder;
  }

  @Override
  public void initialize(URI name, Configuration configuration) throws IOException {
    super.initialize(name, configuration);
    uri = URI.create("fault://" + name.getAuthority());
    fault = FileFault.parse(configuration.get("fs.fault." + name.getAuthority()));
    objects = configuration.get(Store.PUBLISH, "rename").equals("put");
    disk.initialize(URI.create("file:///"), configuration);
  }

  @Override
  public URI getUri() {
    return uri;
  }

  private interface Call<T> {
    T run() throws IOException;
  }

  private <T> T call(FileFault.Step step, Path path, Call<T> call) throws IOException {
    if (!strikes(step, path)) {
      return call.run();
    }
    switch (fault.effect()) {
      case FAILS -> throw new IOException(step + " went wrong");
      case IS_DONE_AND_FAILS -> {
        call.run();
        throw new IOException("the answer to " + step + " was lost");
      }
      case IS_SLOW -> pause();
      case IS_CUT_SHORT, IS_LATE -> {}
    }
    return call.run();
  }

  private boolean strikes(FileFault.Step step, Path path) {
    if (step != fault.step() || !path.getName().contains(fault.part())) {
      return false;
    }
    int call = calls.incrementAndGet();
    return call >= fault.first() && call - fault.first() < fault.times();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return call(
        FileFault.Step.CREATE,
        path,
        () -> {
          if (!objects) {
            disk.create(onDisk(path), overwrite).close();
          }
          return new FSDataOutputStream(new Upload(path, overwrite), null);
        });
  }

  /** Bytes that reach the disk when they are closed. */
  private final class Upload extends ByteArrayOutputStream {
    private final Path path;
    private final boolean overwrite;
    private boolean closed;

    Upload(Path path, boolean overwrite) {
      this.path = path;
      this.overwrite = overwrite;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      boolean cut =
          fault.effect() == FileFault.Effect.IS_CUT_SHORT && strikes(FileFault.Step.CLOSE, path);
      int length = cut ? count / 2 : count;
      if (cut) {
        store(length);
      } else {
        call(
            FileFault.Step.CLOSE,
            path,
            () -> {
              store(length);
              return null;
            });
      }
    }

    private void store(int length) throws IOException {
      if (!objects) {
        try (OutputStream file = disk.create(onDisk(path), true)) {
          file.write(buf, 0, length);
        }
        return;
      }
      if (!overwrite && disk.exists(onDisk(path))) {
        throw new FileAlreadyExistsException(path + " is there");
      }
      disk.mkdirs(onDisk(path.getParent()));
      java.nio.file.Path staged = Files.createTempFile("upload", null);
      Files.write(staged, Arrays.copyOf(buf, length));
      Files.move(staged, disk.pathToFile(onDisk(path)).toPath(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (objects) {
      throw new UnsupportedOperationException("this store has no rename");
    }
    return call(FileFault.Step.RENAME, to, () -> disk.rename(onDisk(from), onDisk(to)));
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    return call(FileFault.Step.DELETE, path, () -> disk.delete(onDisk(path), recursive));
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    return call(FileFault.Step.OPEN, path, () -> disk.open(onDisk(path), buffer));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    boolean late = fault.effect() == FileFault.Effect.IS_LATE && strikes(FileFault.Step.LIST, path);
    FileStatus[] found =
        late
            ? disk.listStatus(onDisk(path))
            : call(FileFault.Step.LIST, path, () -> disk.listStatus(onDisk(path)));
    long latest = System.currentTimeMillis() - LATE_MILLIS;
    return Arrays.stream(found)
        .filter(status -> !late || status.isDirectory() || status.getModificationTime() < latest)
        .map(this::here)
        .toArray(FileStatus[]::new);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return call(FileFault.Step.STATUS, path, () -> here(disk.getFileStatus(onDisk(path))));
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    return disk.mkdirs(onDisk(path));
  }

  @Override
  public void setTimes(Path path, long modified, long accessed) throws IOException {
    if (!objects) {
      disk.setTimes(onDisk(path), modified, accessed);
    }
  }

  @Override
  public FSDataOutputStream append(Path path, int buffer, Progressable progress) {
    throw new UnsupportedOperationException("append");
  }

  @Override
  public void setWorkingDirectory(Path path) {}

  @Override
  public Path getWorkingDirectory() {
    return new Path(uri.toString(), "/");
  }

  private Path onDisk(Path path) {
    return new Path("file", null, path.toUri().getPath());
  }

  private FileStatus here(FileStatus onDisk) {
    FileStatus status =
        new FileStatus(
            onDisk.getLen(),
            onDisk.isDirectory(),
            1,
            1,
            onDisk.getModificationTime(),
            new Path(uri.getScheme(), uri.getAuthority(), onDisk.getPath().toUri().getPath()));
    return status;
  }
}
