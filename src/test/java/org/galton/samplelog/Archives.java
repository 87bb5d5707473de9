package org.galton.samplelog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives as Inspect writes them, and as nobody should. */
final class Archives {
  static final String HEADER =
      "{\"version\": 2, \"status\": \"success\", \"eval\": {\"task\": \"t\", \"model\": \"m\"},"
          + " \"plan\": {}}";

  private Archives() {}

  static String sample(String id) {
    return ("{\"id\": \"%s\", \"epoch\": 1, \"input\": \"2+%s=?\", \"target\": \"3\", \"output\":"
            + " {\"choices\": [{\"message\": {\"content\": \"3\"}, \"stop_reason\": \"stop\"}]},"
            + " \"scores\": {\"match\": {\"value\": \"C\", \"answer\": \"3\"}}}")
        .formatted(id, id);
  }

  static void put(ZipArchiveOutputStream zip, String name, String content) throws IOException {
    put(zip, name, content.getBytes(StandardCharsets.UTF_8));
  }

  static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
    zip.putArchiveEntry(new ZipArchiveEntry(name));
    zip.write(content);
    zip.closeArchiveEntry();
  }

  /** A member whose sizes and checksum are whatever is said of it. */
  static void raw(
      ZipArchiveOutputStream zip, String name, int method, byte[] packed, long size, long checksum)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    entry.setSize(size);
    entry.setCompressedSize(packed.length);
    entry.setCrc(checksum);
    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
  }

  static long checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return checksum.getValue();
  }

  /** The places of what is read of a log. */
  static List<String> read(Path file) throws IOException {
    return read(source(file, () -> {}));
  }

  static List<String> read(LogSource source) throws IOException {
    return rollouts(source).stream().map(LoggedRollout::place).toList();
  }

  static List<LoggedRollout> rollouts(LogSource source) throws IOException {
    List<LoggedRollout> rollouts = new ArrayList<>();
    new InspectLog(new InspectLog.Options(Optional.empty(), OptionalDouble.empty()))
        .read(source, rollouts::add);
    return rollouts;
  }

  /** What happens before every read of an archive. */
  interface Disk {
    void read() throws IOException;
  }

  static LogSource source(Path file, Disk disk) {
    return new LogSource() {
      @Override
      public String path() {
        return file.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public SeekableByteChannel channel() throws IOException {
        return new Channel(Files.newByteChannel(file), disk);
      }

      @Override
      public LogSource other(String path) {
        return source(Path.of(path), disk);
      }
    };
  }

  private record Channel(SeekableByteChannel file, Disk disk) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      disk.read();
      return file.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return file.write(source);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      return file.position(position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      return file.truncate(size);
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
