package org.galton.samplelog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.galton.spec.InvalidInput;

/**
 * A member's content, unpacked as it is read. It ends with an error where it is longer than the
 * archive declares, longer than anything that is read, or other than what was packed. What is read
 * is bounded by itself and, beyond a part that is free, by the size packed: few bytes that stand
 * for very many are no log.
 */
final class MemberStream extends FilterInputStream {
  /** Of one member, unpacked: transcripts are read past, and may be this long. */
  static final long MOST_BYTES = 1L << 30;

  /** From here on the ratio counts. */
  static final long FREE_BYTES = 64L << 20;

  /** Deflate reaches 1,032 on bytes that are all alike; Zstandard has no such limit. */
  static final long MOST_RATIO = 1000;

  private final ZipArchiveEntry member;
  private final String place;
  private final long most;
  private final CRC32 checksum = new CRC32();
  private long count;

  /**
   * @throws InvalidInput when the archive declares more than is read
   */
  MemberStream(InputStream unpacked, ZipArchiveEntry member, String place) {
    super(unpacked);
    this.member = member;
    this.place = place;
    long packed = Math.min(member.getCompressedSize(), MOST_BYTES);
    this.most = Math.min(MOST_BYTES, Math.max(FREE_BYTES, packed * MOST_RATIO));
    if (member.getSize() > most) {
      throw tooLong();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = unpack(target, offset, length);
    if (read < 0) {
      checkEnd();
      return read;
    }
    count += read;
    checksum.update(target, offset, read);
    if (count > most) {
      throw tooLong();
    }
    if (count > member.getSize()) {
      throw damaged(
          "longer than the %,d bytes that the archive declares".formatted(member.getSize()), null);
    }
    return read;
  }

  private int unpack(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (UncheckedIOException e) { // The file system's own.
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private void checkEnd() {
    if (count < member.getSize()) {
      throw damaged("%,d of %,d bytes".formatted(count, member.getSize()), null);
    }
    if (checksum.getValue() != member.getCrc()) {
      throw damaged("its checksum is another than the archive's", null);
    }
  }

  private InvalidInput tooLong() {
    return new InvalidInput(
        "Cannot import %s: longer than %,d bytes unpacked (%,d packed), expected at most %,d bytes, and beyond %,d at most %,d times those packed; leave the sample out, or log it without its transcript"
            .formatted(
                place, most, member.getCompressedSize(), MOST_BYTES, FREE_BYTES, MOST_RATIO));
  }

  private InvalidInput damaged(String reason, Throwable cause) {
    return new InvalidInput(
        "Cannot import %s: its content is damaged (%s), expected it as it was written; copy the file again"
            .formatted(place, reason),
        cause);
  }
}
