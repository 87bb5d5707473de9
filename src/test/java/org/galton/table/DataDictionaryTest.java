package org.galton.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DataDictionaryTest {
  @Test
  void everyColumnOfEveryTableIsExplained() {
    assertThat(DataDictionary.markdown())
        .contains("\n### rollouts\n")
        .contains("\n| `prompt_id` | STRING | The prompt |\n")
        .contains("\n| `modal_share` | DOUBLE, NULL | Share of the most frequent answer")
        .contains("its meaning is the task's |");
  }

  @Test
  void readmeHoldsTheDictionaryAsTheSchemasStateIt() throws IOException {
    Path file = Path.of("README.md");
    String readme = Files.exists(file) ? Files.readString(file) : "";
    assumeTrue(readme.contains(DataDictionary.BEGIN), "README.md has no data dictionary");

    int begin = readme.indexOf(DataDictionary.BEGIN);
    int end = readme.indexOf(DataDictionary.END) + DataDictionary.END.length();
    assertThat(readme.substring(begin, end)).isEqualTo(DataDictionary.markdown().strip());
  }
}
