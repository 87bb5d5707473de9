package org.galton.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.text.GivenJson;

/**
 * Replies of models in JSON, which may be anything. The object is the reply from its first brace to
 * its last, so fences and words around it do no harm. It is refused where it is longer than {@link
 * #LONGEST}, deeper than 500, no JSON, or of other types than asked for.
 */
public final class Reply {
  /** In characters. */
  public static final int LONGEST = 1_000_000;

  /** Operations, and tags, of one reply. */
  static final int MOST_ITEMS = 1_000;

  private static final int LONGEST_LESSON = 4_000;
  private static final GivenJson JSON = GivenJson.standard();

  private Reply() {}

  /**
   * What a curator asks for.
   *
   * @param ignored operations of kinds that are not carried out, or without what they need
   * @param fault why the reply could not be read; it asks for nothing then
   */
  public record Curated(List<Operation> operations, int ignored, Optional<String> fault) {
    public Curated {
      operations = List.copyOf(operations);
    }
  }

  /**
   * What a reflector says.
   *
   * @param lesson its words; the whole reply, cut, where it could not be read
   * @param fault why it could not be read; it tags nothing then
   */
  public record Reflected(String lesson, List<BulletTag> tags, Optional<String> fault) {
    public Reflected {
      tags = List.copyOf(tags);
    }
  }

  /** Thrown inside for a reply that is not as asked for. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
      super(reason);
    }
  }

  /** Reads {@code {"operations": [{"type": "ADD", "section": …, "content": …}, …]}}. */
  public static Curated curated(String reply) {
    try {
      List<JsonNode> items = items(object(reply), "operations", true);
      List<Operation> operations = new ArrayList<>();
      for (JsonNode item : items) {
        operation(item).ifPresent(operations::add);
      }
      return new Curated(operations, items.size() - operations.size(), Optional.empty());
    } catch (Unreadable e) {
      return new Curated(List.of(), 0, Optional.of(e.getMessage()));
    }
  }

  /** Reads {@code {"lesson": …, "tags": [{"id": …, "tag": "helpful"}, …]}}. */
  public static Reflected reflected(String reply) {
    try {
      ObjectNode object = object(reply);
      JsonNode lesson = object.path("lesson");
      if (!lesson.isTextual()) {
        throw new Unreadable("it has no text 'lesson'");
      }
      // Of one id the last tag counts, as in the released implementation.
      Map<String, Tag> tags = new LinkedHashMap<>();
      for (JsonNode item : items(object, "tags", false)) {
        Tag.named(item.path("tag").asText(""))
            .ifPresent(tag -> tags.put(item.path("id").asText(""), tag));
      }
      return new Reflected(
          lesson(lesson.textValue()),
          tags.entrySet().stream().map(tag -> new BulletTag(tag.getKey(), tag.getValue())).toList(),
          Optional.empty());
    } catch (Unreadable e) {
      return new Reflected(lesson(reply), List.of(), Optional.of(e.getMessage()));
    }
  }

  private static Optional<Operation> operation(JsonNode item) {
    String content = item.path("content").asText("");
    String id = item.path("id").asText("");
    return switch (item.path("type").asText("")) {
      case "ADD" ->
          item.path("content").isTextual()
              ? Optional.of(new Operation.Add(item.path("section").asText(""), content))
              : Optional.empty();
      case "UPDATE" -> Optional.of(new Operation.Update(id, content));
      case "MERGE" -> {
        List<String> ids = new ArrayList<>();
        item.path("ids").forEach(one -> ids.add(one.asText("")));
        yield ids.size() > MOST_ITEMS
            ? Optional.empty()
            : Optional.of(new Operation.Merge(ids, content));
      }
      case "DELETE" -> Optional.of(new Operation.Delete(id));
      default -> Optional.empty();
    };
  }

  private static List<JsonNode> items(ObjectNode object, String key, boolean required)
      throws Unreadable {
    JsonNode list = object.path(key);
    if (list.isMissingNode() && !required) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new Unreadable("it has no list '%s'".formatted(key));
    }
    if (list.size() > MOST_ITEMS) {
      throw new Unreadable(
          "its list '%s' has %,d items, more than %,d".formatted(key, list.size(), MOST_ITEMS));
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return List.copyOf(items);
  }

  private static ObjectNode object(String reply) throws Unreadable {
    if (reply.length() > LONGEST) {
      throw new Unreadable(
          "it has %,d characters, more than %,d".formatted(reply.length(), LONGEST));
    }
    int from = reply.indexOf('{');
    int to = reply.lastIndexOf('}');
    if (from < 0 || to < from) {
      throw new Unreadable("it holds no JSON object");
    }
    try {
      if (JSON.only(reply.substring(from, to + 1)) instanceof ObjectNode object) {
        return object;
      }
      throw new Unreadable("it holds no JSON object");
    } catch (IOException e) {
      throw new Unreadable("it is no JSON: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    String text = BulletText.clean(String.valueOf(e.getMessage()));
    int end = text.indexOf(" at [Source");
    String first = end < 0 ? text : text.substring(0, end);
    return first.length() > 200 ? first.substring(0, 200) + "…" : first;
  }

  private static String lesson(String text) {
    String start = text.length() > LONGEST_LESSON ? text.substring(0, LONGEST_LESSON) : text;
    return start.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]+", "").strip();
  }
}
