package org.galton.model.endpoint;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;

/**
 * The servers that this process asks. All models opened under the same name share the connections
 * and the limit of requests in flight; the last to be closed ends both.
 */
public final class SharedEndpoints {
  private static final Map<String, Holding> OPEN = new HashMap<>();

  private SharedEndpoints() {}

  /**
   * A model ready to be asked, with the key from this process's environment. Asks nothing yet.
   *
   * @throws org.galton.spec.InvalidInput when the name is wrong or the key is not there
   */
  public static LanguageModel open(String source) {
    return open(source, System::getenv, Backoff.DEFAULT);
  }

  /**
   * The same, of which whoever opens it first decides where the key is and how long to wait.
   *
   * @param environment from a variable's name to its value, or null
   */
  public static LanguageModel open(
      String source, UnaryOperator<String> environment, Backoff backoff) {
    EndpointSource parsed = EndpointSource.parse(source);
    synchronized (OPEN) {
      Holding holding = OPEN.get(source);
      if (holding == null) {
        holding = new Holding(new Endpoint(parsed, ApiKey.of(parsed, environment), backoff));
        OPEN.put(source, holding);
      }
      holding.users++;
      return new User(source, parsed.card(), holding.endpoint);
    }
  }

  private static void release(String source) {
    synchronized (OPEN) {
      Holding holding = OPEN.get(source);
      holding.users--;
      if (holding.users == 0) {
        OPEN.remove(source);
        holding.endpoint.close();
      }
    }
  }

  private static final class Holding {
    private final Endpoint endpoint;
    private int users;

    Holding(Endpoint endpoint) {
      this.endpoint = endpoint;
    }
  }

  private record User(String source, ModelCard card, Endpoint endpoint) implements LanguageModel {
    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
      endpoint.generate(requests, sampling, sink);
    }

    @Override
    public void close() {
      release(source);
    }
  }
}
