package org.galton.job.run;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;

/**
 * Runs a Spark action. Its jobs are named in Spark's pages by what they are for, and what stopped
 * it is given in our own words.
 */
public final class SparkAction {
  private SparkAction() {}

  /**
   * @param purpose as in "Cannot {purpose}: …"
   * @throws InvalidInput or {@link Unfinished} as {@link Ending} tells them apart; Unfinished for
   *     what it does not know
   */
  public static <T> T run(String purpose, Supplier<T> action) {
    return run(purpose, "", action);
  }

  /**
   * @param of what the purpose is done to, as in "{purpose}: {of}"; may be empty
   */
  public static <T> T run(String purpose, String of, Supplier<T> action) {
    SparkContext context = SparkSession.active().sparkContext();
    context.setJobGroup(purpose, of.isEmpty() ? purpose : purpose + ": " + of, false);
    try {
      return action.get();
    } catch (Exception e) { // Scala throws checked exceptions without declaring them.
      throw Ending.of(purpose, e)
          .orElseGet(
              () ->
                  new Unfinished(
                      "Cannot %s: %s; run the same command again"
                          .formatted(purpose, Ending.firstLine(root(e))),
                      e));
    } finally {
      context.clearJobGroup();
    }
  }

  private static Throwable root(Throwable failure) {
    List<Throwable> causes = Ending.causes(failure);
    return causes.get(causes.size() - 1);
  }
}
