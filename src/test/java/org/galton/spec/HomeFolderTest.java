package org.galton.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HomeFolderTest {
  @Test
  void aLeadingTildeIsTheHomeFolder() {
    assertThat(HomeFolder.expand("~/runs/demo", "/home/ada")).isEqualTo("/home/ada/runs/demo");
    assertThat(HomeFolder.expand("~", "/home/ada")).isEqualTo("/home/ada");
  }

  @Test
  void everyOtherPathStaysAsItIs() {
    for (String path : List.of("runs/~", "./~", "/a/~/b", "hdfs:///~/x", "runs/demo#run-1", "")) {
      assertThat(HomeFolder.expand(path, "/home/ada")).isEqualTo(path);
    }
  }

  @Test
  void anotherUsersHomeIsAnErrorAndNoFolderOfThatName() {
    assertThatThrownBy(() -> HomeFolder.expand("~bob/runs", "/home/ada"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use path '~bob/runs': only ~/ stands for a home folder, your own; write the"
                + " whole path, or ./~bob/runs for a file of that name");
  }
}
