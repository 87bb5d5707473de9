package org.galton.model.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a server does each time that it is asked so, unlike a fault, which passes. */
public interface ServerHabit {
  ServerHabit NONE = (question, answer) -> Optional.empty();

  /** A response. */
  record Reply(int status, String body) {}

  /**
   * Empty where it answers as it should.
   *
   * @param question with its resource under {@code path}
   * @param answer as it should be; another one each time
   */
  Optional<Reply> reply(ObjectNode question, Supplier<ObjectNode> answer);

  /** What is there to be read. */
  default Reply page(String path) {
    return new Reply(404, "{\"error\": \"not found\"}");
  }

  /** This habit, and where it does not show, the other. */
  default ServerHabit or(ServerHabit other) {
    ServerHabit self = this;
    return new ServerHabit() {
      @Override
      public Optional<Reply> reply(ObjectNode question, Supplier<ObjectNode> answer) {
        return self.reply(question, answer).or(() -> other.reply(question, answer));
      }

      @Override
      public Reply page(String path) {
        return self.page(path).status() == 200 ? self.page(path) : other.page(path);
      }
    };
  }

  /**
   * Refuses keys that it does not know.
   *
   * @param words with one %s for the key
   */
  static ServerHabit strict(Set<String> unknown, String words) {
    return (question, answer) ->
        unknown.stream()
            .filter(question::has)
            .sorted()
            .findFirst()
            .map(key -> new Reply(400, error(words.formatted(key))));
  }

  /** Refuses some prompts. */
  static ServerHabit refusing(Predicate<String> prompt, int status, String words) {
    return (question, answer) ->
        prompt.test(prompt(question))
            ? Optional.of(new Reply(status, error(words)))
            : Optional.empty();
  }

  /** Gives one choice only. */
  static ServerHabit single(int status, String words) {
    return (question, answer) ->
        question.path("n").asInt(1) > 1
            ? Optional.of(new Reply(status, error(words)))
            : Optional.empty();
  }

  /** As llama.cpp's server does: its own API beside OpenAI's, 20 alternatives, and its pages. */
  static ServerHabit llamaCpp(int slots) {
    return new ServerHabit() {
      @Override
      public Optional<Reply> reply(ObjectNode question, Supplier<ObjectNode> answer) {
        if (!question.path("path").asText().startsWith("/v1/")) {
          return Optional.of(new Reply(200, "{\"content\": \"4\", \"stop\": true}"));
        }
        if (!question.path("logprobs").asBoolean() || question.has("top_logprobs")) {
          return Optional.empty();
        }
        ObjectNode full = answer.get();
        ArrayNode tokens =
            (ArrayNode) full.path("choices").path(0).path("logprobs").path("content");
        String text = "x".repeat(60);
        while (tokens.size() < question.path("max_tokens").asInt()) {
          ArrayNode others = tokens.addObject().put("logprob", -0.5).putArray("top_logprobs");
          for (int i = 0; i < 20; i++) {
            others.addObject().put("token", text).put("logprob", -1.0 - i);
          }
        }
        return Optional.of(new Reply(200, full.toString()));
      }

      @Override
      public Reply page(String path) {
        return switch (path) {
          case "/v1/models" ->
              new Reply(200, "{\"data\": [{\"id\": \"m\", \"owned_by\": \"llamacpp\"}]}");
          case "/props" -> new Reply(200, "{\"total_slots\": %d}".formatted(slots));
          default -> NONE.page(path);
        };
      }
    };
  }

  private static String error(String words) {
    return "{\"error\": {\"message\": \"%s\", \"code\": 400}}".formatted(words.replace("\"", "'"));
  }

  /** The prompt's text, or the last message's. */
  static String prompt(ObjectNode question) {
    List<String> places = List.of("/prompt", lastMessage(question));
    return places.stream().map(place -> question.at(place).asText()).reduce("", String::concat);
  }

  private static String lastMessage(ObjectNode question) {
    return "/messages/%d/content".formatted(Math.max(0, question.path("messages").size() - 1));
  }
}
