package org.galton.serve.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Why a request has no answer, in the form that OpenAI's clients expect. */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String CLIENTS = "invalid_request_error";
  private static final String SERVERS = "server_error";

  private final int status;
  private final String type;
  private final String field;
  private final String code;

  /**
   * @param field null where no field is at fault
   * @param code null where a program needs no word for it
   */
  private ApiProblem(int status, String type, String field, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.field = field;
    this.code = code;
  }

  /** A field is at fault. */
  public static ApiProblem of(String field, String message) {
    return new ApiProblem(400, CLIENTS, field, null, message);
  }

  /** A prompt has no room in the model's context. */
  static ApiProblem tooLong(String field, int tokens, int context) {
    return new ApiProblem(
        400,
        CLIENTS,
        field,
        "context_length_exceeded",
        "Invalid '%s': it has %,d tokens, and this model's maximum context length is %,d tokens; expected fewer, so that there is room for a completion"
            .formatted(field, tokens, context));
  }

  /** The request as a whole is. */
  public static ApiProblem of(int status, String message) {
    return new ApiProblem(status, status < 500 ? CLIENTS : SERVERS, null, null, message);
  }

  static ApiProblem unknownModel(String message) {
    return new ApiProblem(404, CLIENTS, "model", "model_not_found", message);
  }

  /** Nobody without the key is let in. */
  public static ApiProblem locked(String message) {
    return new ApiProblem(401, CLIENTS, null, "invalid_api_key", message);
  }

  public int status() {
    return status;
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  public ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("error")
        .put("message", getMessage())
        .put("type", type)
        .put("param", field)
        .put("code", code);
    return root;
  }
}
