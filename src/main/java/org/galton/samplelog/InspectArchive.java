package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenJson;
import org.galton.spec.text.GivenText;

/**
 * An Inspect log in a {@code .eval} archive, its members deflated or in Zstandard: a header and a
 * file for each sample. A log that was not finished has the header of its start. A member that was
 * written anew is there twice: the last one counts.
 */
final class InspectArchive implements InspectReader {
  private static final String SAMPLES = "samples/";
  private static final String HEADER_NAME = "header.json";
  private static final String START = "_journal/start.json";

  private final ArchiveMembers archive;
  private final LogLine header;
  private final Queue<ZipArchiveEntry> samples;

  InspectArchive(LogSource source) throws IOException {
    archive = new ArchiveMembers(source);
    try {
      Map<String, ZipArchiveEntry> members = archive.byName();
      ZipArchiveEntry head = members.getOrDefault(HEADER_NAME, members.get(START));
      if (head == null) {
        throw new InvalidInput(
            "Cannot import %s: no %s in it, expected %s"
                .formatted(source.path(), HEADER_NAME, SHAPE));
      }
      header = read(head, HEADER);
      samples = new ArrayDeque<>(members.values());
      samples.removeIf(m -> !m.getName().startsWith(SAMPLES) || !m.getName().endsWith(".json"));
    } catch (IOException | RuntimeException e) {
      archive.close();
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
    return member == null ? Optional.empty() : Optional.of(read(member, SAMPLE));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private LogLine read(ZipArchiveEntry member, Set<String> kept) throws IOException {
    String place = archive.place(member);
    try (JsonParser parser = LogLine.JSON.parser(GivenText.document(archive.open(member), place))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidInput(
            "Cannot import %s: no JSON object, expected %s".formatted(place, SHAPE));
      }
      ObjectNode object = LogLine.JSON.members(parser, kept);
      GivenJson.end(parser);
      return new LogLine(place, object);
    } catch (JsonProcessingException e) {
      throw LogLine.notJson(place, e, SHAPE);
    }
  }
}
