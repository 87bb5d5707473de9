package org.galton.worldmodel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.rules.Games;
import org.galton.worldmodel.rules.HandOfWar;
import org.galton.worldmodel.rules.Leduc;
import org.junit.jupiter.api.Test;

final class ResampledHistoryTest {
  private static final Game LEDUC = new Leduc();

  /** Player 0 with a queen called, was raised, called and saw a jack. */
  private static final View SEEN = view(LEDUC, 0, "Q1", "K2", "call", "raise", "call", "J1");

  @Test
  void drawnStatesShowThePlayerWhatItSawAndDifferInWhatItDidNot() {
    WorldProgram world = WorldProgram.read(LEDUC, Games.program(LEDUC));
    HistoryProgram histories = HistoryProgram.read(Games.historyProgram(LEDUC));
    Set<String> others = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      GameState state = HiddenStates.program(world, histories).draw(SEEN, stream(i)).orElseThrow();
      assertThat(state.observations().get(0)).isEqualTo("Q1 J1 crc/");
      others.add(state.observations().get(1).split(" ", -1)[0]);
    }
    assertThat(others).containsExactly("J2", "K1", "K2", "Q2");
  }

  @Test
  void eachFaultOfAHistoryIsNamed() {
    assertThatThrownBy(() -> once("['Q1', 'K2']")).hasMessage("2 actions for 6 events");
    assertThatThrownBy(() -> once("['Q1', 'K2', 'raise', 'raise', 'call', 'J1']"))
        .hasMessage("event 2: action 'raise', the player did 'call'");
    assertThatThrownBy(() -> once("['Q1', 'Q1', 'call', 'raise', 'call', 'J1']"))
        .hasMessage("event 1: action 'Q1' is not legal");
    assertThatThrownBy(() -> once("['Q1', 'K2', 'call', 'raise', 'call', 'J2']"))
        .hasMessage("event 5: after action 'J2' the player sees 'Q1 J2 crc/', it saw 'Q1 J1 crc/'");
    assertThatThrownBy(() -> once("1")).hasMessage("resample_history() returned no list of texts");
    assertThatThrownBy(() -> once("numbers[99]")).hasMessageStartingWith("resample_history(): ");
    assertThatThrownBy(() -> HistoryProgram.read("x = 1"))
        .isInstanceOf(WorldFault.class)
        .hasMessage("the program has no function 'resample_history'");
  }

  private static GameState once(String history) {
    return resampled(history).once(SEEN, stream(0));
  }

  private static ResampledHistory resampled(String history) {
    String program = "def resample_history(player, events, numbers):\n    return " + history;
    return new ResampledHistory(LEDUC, HistoryProgram.read(program));
  }

  @Test
  void aHistoryThatFitsNowAndThenIsFoundByFurtherTries() {
    String other = "['Q1', ['Q1', 'K2'][numbers[0] % 2], 'call', 'raise', 'call', 'J1']";
    int found = 0;
    int atOnce = 0;
    for (int i = 0; i < 50; i++) {
      found += resampled(other).draw(SEEN, stream(i)).isPresent() ? 1 : 0;
      atOnce += fitsAtOnce(other, i) ? 1 : 0;
    }
    // Half of all draws fit; ten of them fail with probability 1 in 1,024.
    assertThat(atOnce).isBetween(10, 40);
    assertThat(found).isGreaterThan(48);
  }

  private static boolean fitsAtOnce(String history, int number) {
    try {
      resampled(history).once(SEEN, stream(number));
      return true;
    } catch (WorldFault e) {
      return false;
    }
  }

  @Test
  void aChoiceWithoutAFittingHistoryIsDrawnAndCounted() {
    HiddenStates none = resampled("[]");
    assertThat(none.draw(SEEN, stream(0))).isEqualTo(Optional.empty());
    TreeSearch search = new TreeSearch(LEDUC, none, 20, 1);
    Set<String> chosen = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      chosen.add(search.choose(SEEN, stream(i)));
    }
    assertThat(chosen).containsExactlyElementsOf(new TreeSet<>(SEEN.legal()));
    assertThat(search.byChance()).isEqualTo(40);
    assertThat(search.choices()).isEqualTo(40);
  }

  /** Cards that are shown later make nearly all paths of a replay dead ends. */
  @Test
  void aProgramFindsStatesOfAWarWhereAReplayFindsFew() {
    Game war = new HandOfWar();
    View late =
        view(
            war, 0, "5a", "5b", "2a", "1a", "3a", "6a", "5a", "5b", "4a", "4b", "2a", "1a", "2b",
            "1b", "3a", "6a", "3b", "6b");
    HiddenStates program =
        HiddenStates.program(war, HistoryProgram.read(Games.historyProgram(war)));
    int found = 0;
    for (int i = 0; i < 50; i++) {
      GameState state = program.draw(late, stream(i)).orElseThrow();
      assertThat(state.observations().get(0)).isEqualTo(late.events().get(17).seen());
      found += HiddenStates.replay(war).draw(late, stream(i)).isPresent() ? 1 : 0;
    }
    assertThat(found).isLessThan(25);
  }

  private static PortableStream stream(int number) {
    return PortableStream.of(6, "t", "hidden", number);
  }

  private static View view(Game game, int seat, String... actions) {
    GameState state = game.start();
    List<View.Event> events = new ArrayList<>();
    for (String action : actions) {
      boolean own = state.player() == seat;
      state = state.after(action);
      events.add(new View.Event(own ? action : "", state.observations().get(seat)));
    }
    return new View(seat, events, state.legal());
  }
}
