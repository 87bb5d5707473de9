package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.galton.spec.InvalidInput;

/**
 * An Inspect log in a {@code .eval} archive, its members deflated or in Zstandard: a header and a
 * file for each sample. A log that was not finished has the header of its start.
 */
final class InspectArchive implements InspectReader {
  private static final String SAMPLES = "samples/";
  private static final String HEADER = "header.json";
  private static final String START = "_journal/start.json";

  private final String path;
  private final ZipFile archive;
  private final LogLine header;
  private final Queue<ZipArchiveEntry> samples;

  InspectArchive(LogSource source) throws IOException {
    path = source.path();
    archive = open(source);
    // A member that was written anew is there twice: the last one counts.
    Map<String, ZipArchiveEntry> members = new LinkedHashMap<>();
    Collections.list(archive.getEntries()).forEach(member -> members.put(member.getName(), member));
    ZipArchiveEntry head = members.getOrDefault(HEADER, members.get(START));
    if (head == null) {
      throw new InvalidInput(
          "Cannot import %s: no %s in it, expected %s".formatted(path, HEADER, SHAPE));
    }
    header = new LogLine(place(head), read(head, parser -> parser.readValueAsTree()));
    samples = new ArrayDeque<>(members.values());
    samples.removeIf(m -> !m.getName().startsWith(SAMPLES) || !m.getName().endsWith(".json"));
  }

  private static ZipFile open(LogSource source) throws IOException {
    SeekableByteChannel channel = source.channel();
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException e) {
      Throwable reason = e.getCause() instanceof IOException ? e.getCause() : e;
      if (reason instanceof ZipException || reason instanceof EOFException) {
        throw new InvalidInput(
            "Cannot import %s: no whole zip archive (%s), expected a .eval file of Inspect"
                .formatted(source.path(), reason.getMessage()),
            e);
      }
      throw e;
    }
  }

  @Override
  public LogLine header() {
    return header;
  }

  @Override
  public Optional<LogLine> next() throws IOException {
    ZipArchiveEntry member = samples.poll();
    return member == null
        ? Optional.empty()
        : Optional.of(new LogLine(place(member), read(member, InspectReader::sample)));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private String place(ZipArchiveEntry member) {
    return path + " " + member.getName();
  }

  private <T> T read(ZipArchiveEntry member, Reading<T> reading) throws IOException {
    if (!archive.canReadEntryData(member)) {
      throw new InvalidInput(
          "Cannot import %s: compressed by method %d of zip, expected 0, 8 or 93; write it anew"
                  .formatted(place(member), member.getMethod())
              + " with inspect log convert");
    }
    try (InputStream stream = archive.getInputStream(member);
        JsonParser parser = LogLine.PARTS.createParser(stream)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidInput(
            "Cannot import %s: no JSON object, expected %s".formatted(place(member), SHAPE));
      }
      return reading.of(parser);
    } catch (JsonProcessingException e) {
      throw LogLine.notJson(place(member), e, SHAPE);
    }
  }

  private interface Reading<T> {
    T of(JsonParser parser) throws IOException;
  }
}
