package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.galton.spec.text.GivenJson;
import org.galton.spec.text.GivenText;

/** An Inspect log in one JSON document. The format puts the samples after the header. */
final class InspectJson implements InspectReader {
  private static final String SAMPLES = "samples";

  private final String path;
  private final JsonParser parser;
  private final LogLine header;
  private boolean isAmongSamples;

  InspectJson(LogSource source) throws IOException {
    path = source.path();
    parser = LogLine.JSON.parser(GivenText.document(source.open(), path));
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
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    LogLine found = new LogLine(path, object);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw found.refused("no JSON object", SHAPE);
    }
    while (!isAmongSamples && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      refuseAgain(object, name);
      JsonToken value = parser.nextToken();
      if (HEADER.contains(name)) {
        object.set(name, LogLine.JSON.value(parser));
      } else if (name.equals(SAMPLES) && value == JsonToken.START_ARRAY) {
        isAmongSamples = true;
      } else {
        parser.skipChildren();
      }
    }
    if (!isAmongSamples) {
      GivenJson.end(parser);
    }
    return found;
  }

  private Optional<LogLine> readSample() throws IOException {
    if (!isAmongSamples) {
      return Optional.empty();
    }
    JsonToken next = parser.nextToken();
    String place = path + " line " + parser.currentLocation().getLineNr();
    if (next == JsonToken.START_OBJECT) {
      return Optional.of(new LogLine(place, LogLine.JSON.members(parser, SAMPLE)));
    }
    if (next != JsonToken.END_ARRAY) {
      throw new LogLine(place, header.object()).refused("a sample is not an object", SHAPE);
    }
    isAmongSamples = false;
    readRest();
    return Optional.empty();
  }

  private void readRest() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      refuseAgain(header.object(), parser.currentName());
      if (parser.currentName().equals(SAMPLES)) {
        throw again(SAMPLES);
      }
      parser.nextToken();
      parser.skipChildren();
    }
    GivenJson.end(parser);
  }

  private void refuseAgain(JsonNode object, String name) throws IOException {
    if (object.has(name)) {
      throw again(name);
    }
  }

  private JsonParseException again(String name) {
    return new JsonParseException(parser, "Duplicate field '" + name + "'");
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
