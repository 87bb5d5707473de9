package org.galton.table.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.io.LocalOutputFile;

/**
 * An object store, where an object is seen once its upload is complete and not before. A file is
 * finished on the local disk first: a writer that fails halfway would otherwise complete its upload
 * when it is closed. Where the store can, an upload is refused when the object is there.
 */
record UploadingStore(FileSystem files) implements Store {

  @Override
  public TableFile.Publication publish(Path path, Writing writing, Runnable fence)
      throws IOException {
    java.nio.file.Path folder = Files.createTempDirectory("galton-upload-");
    java.nio.file.Path finished = folder.resolve(path.getName());
    try {
      writing.to(new LocalOutputFile(finished));
      fence.run();
      return upload(finished, path);
    } finally {
      Files.deleteIfExists(finished);
      Files.deleteIfExists(folder);
    }
  }

  private TableFile.Publication upload(java.nio.file.Path finished, Path path) throws IOException {
    try (InputStream content = Files.newInputStream(finished)) {
      upload(content, opened(path));
    } catch (IOException e) {
      // A store may have kept an upload that it reports as failed, or another attempt's.
      if (files.exists(path)) {
        return TableFile.Publication.ALREADY_THERE;
      }
      throw e;
    }
    Optional<IOException> shortfall = shortfall(path, Files.size(finished));
    if (shortfall.isPresent()) {
      files.delete(path, false);
      throw shortfall.get();
    }
    return TableFile.Publication.PUBLISHED;
  }

  private FSDataOutputStream opened(Path path) throws IOException {
    FSDataOutputStreamBuilder<?, ?> upload = files.createFile(path).recursive().overwrite(false);
    upload.opt(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
    return upload.build();
  }

  /** Closing completes an upload, so one that failed is not closed. */
  private static void upload(InputStream content, FSDataOutputStream upload) throws IOException {
    try {
      content.transferTo(upload);
    } catch (IOException | RuntimeException e) {
      if (upload.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
        upload.abort();
      }
      throw e;
    }
    upload.close();
  }

  @Override
  public void create(Path path, byte[] content) throws IOException {
    upload(new ByteArrayInputStream(content), opened(path));
  }

  /** An object's time cannot be set; it is that of its upload. */
  @Override
  public void renew(Path path, byte[] content) throws IOException {
    FSDataOutputStream upload = files.createFile(path).recursive().overwrite(true).build();
    upload(new ByteArrayInputStream(content), upload);
  }
}
