package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.junit.jupiter.api.Test;

final class ModelRegistryTest {
  private static final Decoding CPU = new Decoding(4, "cpu");
  private static final Decoding GPU = new Decoding(4, "gpu:1");

  private final ModelRegistry registry = new ModelRegistry();

  @Test
  void modelIsTakenOverByTheNextShard() {
    ModelRegistry.Loan first = registry.borrow("a", CPU, Plain::new);
    first.giveBack();

    assertThat(registry.borrow("a", CPU, Plain::new).model()).isSameAs(first.model());
  }

  @Test
  void tasksSideBySideHaveInstancesOfTheirOwn() {
    ModelRegistry.Loan first = registry.borrow("a", CPU, Plain::new);

    assertThat(registry.borrow("a", CPU, Plain::new).model()).isNotSameAs(first.model());
  }

  @Test
  void anotherModelOrDeviceClosesWhatLiesIdle() {
    Plain idle = (Plain) returned("a", CPU);
    Plain busy = (Plain) registry.borrow("a", GPU, Plain::new).model();

    assertThat(idle.closed).isTrue();
    returned("b", CPU);
    assertThat(busy.closed).as("a task holds it").isFalse();
  }

  @Test
  void anAdapterIsClosedWhenTheNextOfItsBaseIsThere() {
    Plain first = (Plain) returned("base+adapter:a", CPU);
    List<Boolean> closedWhileLoading = new ArrayList<>();
    registry
        .borrow(
            "base+adapter:b",
            CPU,
            () -> {
              closedWhileLoading.add(first.closed);
              return new Plain();
            })
        .giveBack();

    assertThat(closedWhileLoading).containsExactly(false);
    assertThat(first.closed).isTrue();
    Plain second = (Plain) registry.borrow("base+adapter:b", CPU, Plain::new).model();
    assertThat(second.closed).isFalse();
  }

  @Test
  void closingTheRegistryClosesWhatLiesIdle() {
    Plain idle = (Plain) returned("a", CPU);
    registry.close();

    assertThat(idle.closed).isTrue();
  }

  @Test
  void theBaseOfAnAdapterIsTheLoansAndClosedWithIt() {
    ModelRegistry.Loan loan = registry.borrow("base+adapter:a", CPU, Plain::new);
    List<String> asked = new ArrayList<>();
    Function<String, LanguageModel> load =
        name -> {
          asked.add(name);
          return new Plain();
        };
    Plain base = (Plain) loan.base(load);
    loan.giveBack();
    ModelRegistry.Loan next = registry.borrow("base+adapter:a", CPU, Plain::new);

    assertThat(next.base(load)).isSameAs(base);
    assertThat(asked).containsExactly("base");
    next.close();
    assertThat(base.closed).isTrue();
    ModelRegistry.Loan alone = registry.borrow("base", CPU, Plain::new);
    assertThat(alone.base(load)).isSameAs(alone.model());
  }

  private LanguageModel returned(String source, Decoding decoding) {
    ModelRegistry.Loan loan = registry.borrow(source, decoding, Plain::new);
    loan.giveBack();
    return loan.model();
  }

  private static final class Plain implements LanguageModel {
    private boolean closed;

    @Override
    public ModelCard card() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void generate(Iterator<Request> requests, Sampling sampling, Consumer<Outcome> sink) {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
