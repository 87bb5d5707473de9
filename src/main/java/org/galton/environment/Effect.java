package org.galton.environment;

import java.util.Optional;

/** What an action did to a world. */
public sealed interface Effect {
  /**
   * It was none of this game's: a format error, which ends the episode.
   *
   * @param expected how an action is written
   */
  record Misread(String expected) implements Effect {}

  /**
   * The rules do not allow it now: the world stays as it is.
   *
   * @param why for the agent
   */
  record Refused(String why) implements Effect {}

  /**
   * It was done.
   *
   * @param reward of the step; 0 where nothing is reached yet
   * @param call of a tool, where it was one
   */
  record Moved(World world, double reward, Ending ending, Optional<ToolCall> call)
      implements Effect {}

  /** Whether an episode goes on. */
  enum Ending {
    GOES_ON,
    WON,
    LOST
  }

  static Effect on(World world) {
    return on(world, 0);
  }

  static Effect on(World world, double reward) {
    return new Moved(world, reward, Ending.GOES_ON, Optional.empty());
  }

  static Effect called(World world, ToolCall call) {
    return new Moved(world, 0, Ending.GOES_ON, Optional.of(call));
  }

  static Effect won(World world) {
    return won(world, 1);
  }

  static Effect won(World world, double reward) {
    return new Moved(world, reward, Ending.WON, Optional.empty());
  }

  static Effect lost(World world) {
    return new Moved(world, 0, Ending.LOST, Optional.empty());
  }
}
