package org.galton.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;

/**
 * A tool that a model may call.
 *
 * @param definition as OpenAI's API and chat templates take it: {@code {"type": "function",
 *     "function": {"name", "description", "parameters"}}}, the parameters a JSON schema
 */
public record ChatTool(String name, String definition) implements Serializable {
  private static final String TYPE = "type";

  /** A tool of one text. */
  public static ChatTool of(String name, String description, String argument) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put(TYPE, "function");
    ObjectNode function = root.putObject("function");
    function.put("name", name).put("description", description);
    ObjectNode parameters = function.putObject("parameters").put(TYPE, "object");
    parameters.putObject("properties").putObject(argument).put(TYPE, "string");
    parameters.putArray("required").add(argument);
    return new ChatTool(name, SpacedJson.of(root));
  }
}
