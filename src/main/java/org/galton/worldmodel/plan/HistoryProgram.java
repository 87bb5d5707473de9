package org.galton.worldmodel.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galton.numerics.PortableStream;
import org.galton.program.Program;
import org.galton.program.ProgramException;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.WorldProgram;

/**
 * A program that draws what is hidden, the inference function of code world models (arXiv
 * 2510.04542). It defines
 *
 * <pre>  resample_history(player, events, numbers)</pre>
 *
 * with the events that the player saw, each a list of its own action (empty where it was not its
 * own) and of what it saw after it, and {@link #NUMBERS} random integers from 0 to 2^31 - 1. It
 * returns an action for each event, chance's and the other players' among them. A call has {@link
 * WorldProgram#STEPS} steps.
 */
public final class HistoryProgram {
  /** Random integers for a call. */
  public static final int NUMBERS = 32;

  private static final String FUNCTION = "resample_history";

  private final Program program;

  private HistoryProgram(Program program) {
    this.program = program;
  }

  /**
   * @throws WorldFault where the text is no program, or misses the function
   */
  public static HistoryProgram read(String text) {
    Program program;
    try {
      program = Program.read(text);
    } catch (ProgramException e) {
      throw new WorldFault(e.getMessage(), e);
    }
    if (!program.has(FUNCTION)) {
      throw new WorldFault("the program has no function '%s'".formatted(FUNCTION));
    }
    return new HistoryProgram(program);
  }

  /**
   * Actions that may have led to what a player saw.
   *
   * @throws WorldFault where the program fails, or returns no list of texts
   */
  List<String> draw(View view, PortableStream random) {
    List<List<String>> events = new ArrayList<>();
    view.events().forEach(event -> events.add(List.of(event.own(), event.seen())));
    List<Long> numbers = Stream.generate(() -> random.nextLong() >>> 33).limit(NUMBERS).toList();
    Object drawn;
    try {
      drawn =
          program
              .call(FUNCTION, List.of((long) view.seat(), events, numbers), WorldProgram.STEPS)
              .value()
              .orElseThrow(() -> new WorldFault("%s() returned None".formatted(FUNCTION)));
    } catch (ProgramException e) {
      throw new WorldFault("%s(): %s".formatted(FUNCTION, e.getMessage()), e);
    }
    if (drawn instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new WorldFault("%s() returned no list of texts".formatted(FUNCTION));
  }
}
