package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** An Inspect log in one JSON document. The format puts the samples after the header. */
final class InspectJson implements InspectReader {
  private static final Set<String> HEADER = Set.of("version", "status", "eval", "plan");

  private final String path;
  private final JsonParser parser;
  private final LogLine header;
  private boolean isAmongSamples;

  InspectJson(LogSource source) throws IOException {
    path = source.path();
    parser = LogLine.PARTS.createParser(source.open());
    header = reading(this::readHeader);
  }

  @Override
  public LogLine header() {
    return header;
  }

  @Override
  public Optional<LogLine> next() throws IOException {
    return reading(this::readSample);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private LogLine readHeader() throws IOException {
    LogLine found = new LogLine(path, LogLine.PARTS.createObjectNode());
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw found.refused("no JSON object", SHAPE);
    }
    while (!isAmongSamples && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (HEADER.contains(name)) {
        ((ObjectNode) found.object()).set(name, parser.readValueAsTree());
      } else if (name.equals("samples") && value == JsonToken.START_ARRAY) {
        isAmongSamples = true;
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private Optional<LogLine> readSample() throws IOException {
    if (isAmongSamples && parser.nextToken() == JsonToken.START_OBJECT) {
      String place = path + " line " + parser.currentLocation().getLineNr();
      return Optional.of(new LogLine(place, InspectReader.sample(parser)));
    }
    isAmongSamples = false;
    JsonToken rest = parser.currentToken();
    while (rest != null) {
      rest = parser.nextToken();
    }
    return Optional.empty();
  }

  private <T> T reading(Part<T> part) throws IOException {
    try {
      return part.read();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw LogLine.notJson(path + " line " + line, e, SHAPE);
    }
  }

  private interface Part<T> {
    T read() throws IOException;
  }
}
