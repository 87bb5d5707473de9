package org.galton.job.draw;

import java.util.function.Consumer;
import org.galton.model.LanguageModel;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;

/** A model of this process that stays open for the task that comes next. */
public final class BorrowedModel {
  private BorrowedModel() {}

  /**
   * Opens the model, or takes it over from the task before. After a failure it is closed.
   *
   * @throws org.galton.spec.InvalidInput when there is no such model
   */
  public static void use(
      ModelLoader loader, String source, Decoding decoding, Consumer<LanguageModel> use) {
    ModelRegistry.Loan loan =
        ModelRegistry.ofProcess().borrow(source, decoding, () -> loader.load(source, decoding));
    boolean fit = false;
    try {
      use.accept(loan.model());
      fit = true;
    } finally {
      if (fit) {
        loan.giveBack();
      } else {
        loan.close();
      }
    }
  }
}
