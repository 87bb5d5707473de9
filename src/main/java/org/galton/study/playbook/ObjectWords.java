package org.galton.study.playbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Replies in JSON, as reflectors and curators are asked for. */
final class ObjectWords {
  String reflection(String lesson, List<String> ids, String tag) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode().put("lesson", lesson);
    ArrayNode tags = reply.putArray("tags");
    ids.forEach(id -> tags.addObject().put("id", id).put("tag", tag));
    return reply.toString();
  }

  String operations(List<String> added) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode operations = reply.putArray("operations");
    added.forEach(
        text ->
            operations
                .addObject()
                .put("type", "ADD")
                .put("section", "STRATEGIES & INSIGHTS")
                .put("content", text));
    return reply.toString();
  }
}
