package org.galton.model.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.galton.model.ChatSupport;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.SamplingDefaults;
import org.galton.spec.InvalidInput;

/**
 * A model behind a server, as a spec names it: {@code
 * endpoint:http://localhost:8000/v1?model=Qwen/Qwen3-8B&in_flight=64}. Holds no secret, only the
 * name of the environment variable that does.
 *
 * @param url where the API begins; requests go to {@code /completions} and {@code
 *     /chat/completions} below it
 * @param model what the server calls the model
 * @param revision the user's own word for which weights these are
 * @param keyVariable environment variable that holds the key; empty where the server wants none
 * @param inFlight most requests of this process that the server has at a time
 * @param timeout of one attempt, from the connection to the last byte
 * @param attempts how often a request is tried
 * @param choices most rollouts of a prompt asked for in one request
 * @param omitted keys that the server is not sent; each must be off in the sampling
 * @param maxTokensKey the server's word for the longest completion
 */
public record EndpointSource(
    URI url,
    String model,
    Optional<String> revision,
    Optional<String> keyVariable,
    int inFlight,
    Duration timeout,
    int attempts,
    int choices,
    Set<String> omitted,
    String maxTokensKey) {
  /** What the name of such a model begins with. */
  public static final String PREFIX = "endpoint:";

  /**
   * Takes a source apart.
   *
   * @throws InvalidInput listing every problem; the text may hold a key that has no business there,
   *     so no value of an unknown key is shown
   */
  public static EndpointSource parse(String source) {
    return EndpointKeys.read(source.substring(PREFIX.length()));
  }

  /**
   * Refuses a name of a model that begins with {@link #PREFIX} and is none; any other passes.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static void check(String source) {
    if (source.startsWith(PREFIX)) {
      try {
        parse(source);
      } catch (InvalidInput e) {
        throw new IllegalArgumentException(String.join("; ", e.problems()), e);
      }
    }
  }

  /** As readers and tables call it: {@code Qwen/Qwen3-8B}, or {@code Qwen/Qwen3-8B@revision}. */
  public String name() {
    return revision.map(word -> model + "@" + word).orElse(model);
  }

  /**
   * Its identity is what the user declares, name and revision: nobody here sees the weights. Where
   * the server stands makes no difference.
   */
  public ModelCard card() {
    return new ModelCard(
        name(),
        PREFIX + name(),
        0,
        Integer.MAX_VALUE,
        OptionalLong.empty(),
        OptionalDouble.empty(),
        SamplingDefaults.NONE,
        ServersOwn.CHAT);
  }

  /** The address below which the API has its resources, as messages call the server. */
  URI at(String resource) {
    String base = url.toString();
    return URI.create(base.endsWith("/") ? base + resource : base + "/" + resource);
  }

  /** Beside the API: its own {@code /v1} is left out. */
  URI besideApi(String resource) {
    String base = url.toString().replaceFirst("(/v1)?/?$", "");
    return URI.create(base + "/" + resource);
  }

  /** The template is the server's, which refuses what it cannot render. */
  private enum ServersOwn implements ChatSupport {
    CHAT;

    @Override
    public void check(ModelPrompt.Chat chat) {}

    @Override
    public String digest() {
      return "server";
    }
  }
}
