package org.galton.samplelog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.galton.spec.InvalidInput;

/**
 * The members of a zip archive that anyone may have written. Names are only names, whatever they
 * hold: nothing is unpacked to disk. Of members with the same name the last one counts. Members
 * that share bytes, or have bytes that are not there, are refused.
 */
final class ArchiveMembers implements Closeable {
  private static final Set<Integer> METHODS =
      Set.of(ZipMethod.STORED.getCode(), ZipMethod.DEFLATED.getCode(), ZipMethod.ZSTD.getCode());

  private final String path;
  private final ZipFile archive;
  private final Map<String, ZipArchiveEntry> members = new LinkedHashMap<>();

  ArchiveMembers(LogSource source) throws IOException {
    path = source.path();
    ArchiveChannel channel = new ArchiveChannel(source.channel(), path);
    archive = open(channel);
    try {
      List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
      checkPlaces(entries, channel.size());
      entries.forEach(entry -> members.put(entry.getName(), entry));
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private ZipFile open(ArchiveChannel channel) throws IOException {
    try {
      ZipFile opened = ZipFile.builder().setSeekableByteChannel(channel).get();
      channel.release();
      return opened;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw refused(e);
    }
  }

  /** In their order in the archive's directory. */
  Map<String, ZipArchiveEntry> byName() {
    return Collections.unmodifiableMap(members);
  }

  /** What messages call a member. */
  String place(ZipArchiveEntry member) {
    return path + " " + member.getName();
  }

  /**
   * @throws InvalidInput as the stream does, while it is read
   */
  InputStream open(ZipArchiveEntry member) throws IOException {
    if (!METHODS.contains(member.getMethod()) || !archive.canReadEntryData(member)) {
      throw new InvalidInput(
          "Cannot import %s: compressed by method %d of zip%s, expected 0, 8 or 93; write it anew with inspect log convert"
              .formatted(
                  place(member),
                  member.getMethod(),
                  member.getGeneralPurposeBit().usesEncryption() ? " and encrypted" : ""));
    }
    InputStream unpacked;
    try {
      unpacked = archive.getInputStream(member);
    } catch (IOException | RuntimeException e) {
      throw refused(e);
    }
    return new MemberStream(unpacked, member, place(member));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private void checkPlaces(List<ZipArchiveEntry> entries, long size) {
    List<ZipArchiveEntry> placed = new ArrayList<>(entries);
    placed.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
    long end = 0;
    for (ZipArchiveEntry entry : placed) {
      long begin = entry.getLocalHeaderOffset();
      if (begin < end) {
        throw notWhole("entry " + entry.getName() + " begins within another one", null);
      }
      long packed = entry.getCompressedSize();
      if (packed < 0 || packed > size - begin) {
        throw notWhole("entry " + entry.getName() + " ends behind the archive's end", null);
      }
      end = begin + packed;
    }
  }

  /** What the bytes say, apart from a file system that fails. */
  private RuntimeException refused(Exception problem) {
    if (problem instanceof InvalidInput || problem instanceof UncheckedIOException) {
      return (RuntimeException) problem;
    }
    Throwable reason = problem.getCause() instanceof IOException ? problem.getCause() : problem;
    return reason instanceof UncheckedIOException failed
        ? failed
        : notWhole(reason.getMessage(), problem);
  }

  private InvalidInput notWhole(String reason, Throwable cause) {
    return new InvalidInput(
        "Cannot import %s: no whole zip archive (%s), expected a .eval file of Inspect"
            .formatted(path, reason),
        cause);
  }
}
