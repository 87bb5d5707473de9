package org.galton.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingNamesTest {
  @Test
  void leavesOutWhatAllShare() {
    assertThat(
            SamplingNames.of(
                List.of(
                    "temperature=0.3 max_tokens=64",
                    "temperature=1 top_p=0.9 max_tokens=64",
                    "temperature=0.3 max_tokens=64")))
        .containsExactly(
            entry("temperature=0.3 max_tokens=64", "temperature=0.3"),
            entry("temperature=1 top_p=0.9 max_tokens=64", "temperature=1 top_p=0.9"));
  }

  @Test
  void keepsOneWholeThatHasNothingOfItsOwn() {
    assertThat(
            SamplingNames.of(
                List.of("temperature=1 max_tokens=64", "temperature=1 top_p=0.9 max_tokens=64")))
        .containsEntry("temperature=1 max_tokens=64", "temperature=1 max_tokens=64")
        .containsEntry("temperature=1 top_p=0.9 max_tokens=64", "top_p=0.9");
    assertThat(SamplingNames.of(List.of("temperature=1 max_tokens=64")))
        .containsValue("temperature=1 max_tokens=64");
  }

  @Test
  void tellsSearchesOfOneKindApartByWhatTheseDoNotShare() {
    String tree = "temperature=1 max_tokens=64 sampler=tree block=8 l1=0.4";
    assertThat(
            SamplingNames.of(
                List.of(
                    "temperature=1 max_tokens=64",
                    "temperature=1 max_tokens=64 sampler=best_of candidates=8",
                    tree,
                    tree + " gamma=code")))
        .containsValues(
            "temperature=1 max_tokens=64",
            "sampler=best_of candidates=8",
            "sampler=tree",
            "sampler=tree gamma=code");
  }
}
