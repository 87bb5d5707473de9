package org.galton.job;

import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;

/** A scripted model that dies as soon as it is asked a certain prompt. */
public record LethalModel(LanguageModel scripted, String prompt, Death death)
    implements LanguageModel {

  /** How it dies. */
  public enum Death {
    EXCEPTION,
    OUT_OF_MEMORY,
    HANGING,
    PROCESS;

    void die() {
      switch (this) {
        case EXCEPTION -> throw new IllegalStateException("no such expert: 9");
        case OUT_OF_MEMORY -> {
          // More than any test's heap: refused at once, without filling it.
          long[] hoard = new long[Integer.MAX_VALUE - 8];
          throw new AssertionError("16 GiB of heap: " + hoard.length);
        }
        case HANGING -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("woken", e);
          }
        }
        case PROCESS -> Runtime.getRuntime().halt(137);
      }
    }
  }

  /**
   * Loads such models, whatever their name.
   *
   * @param prompt the text that kills; empty for every one
   */
  public record Loader(String prompt, Death death) implements ModelLoader {
    @Override
    public ModelCard card(String source) {
      return ScriptedModel.Loader.flawless().card(source);
    }

    @Override
    public LanguageModel load(String source, Decoding decoding) {
      LanguageModel scripted = ScriptedModel.Loader.flawless().load(source, decoding);
      return new LethalModel(scripted, prompt, death);
    }
  }

  @Override
  public ModelCard card() {
    return scripted.card();
  }

  @Override
  public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {
    Iterator<Request> deadly =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return requests.hasNext();
          }

          @Override
          public Request next() {
            Request request = requests.next();
            String text = ((ModelPrompt.Raw) request.prompt()).text();
            if (prompt.isEmpty() || text.equals(prompt)) {
              death.die();
            }
            return request;
          }
        };
    scripted.generate(deadly, sampling, sink);
  }

  @Override
  public void close() {
    scripted.close();
  }
}
