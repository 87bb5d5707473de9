package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class FooterTest {
  @Test
  void aCommandGoesOnBetweenWordsAndCanBeCopied() {
    assertThat(
            Footer.folded(
                "Example: ./galton generate --model a:b@1 --prompt $'1 2\\n' --system 'Be brief'",
                40))
        .containsExactly(
            "Example: ./galton generate --model \\",
            "           a:b@1 --prompt $'1 2\\n' \\",
            "           --system 'Be brief'");
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    assertThat(Footer.folded("  ./galton sql \"SELECT a, b FROM c\"", 20))
        .containsExactly("  ./galton sql \\", "    \"SELECT a, b FROM c\"");
  }

  @Test
  void proseIsFoldedWithoutASign() {
    assertThat(Footer.folded("It's about one thing, and no other.", 20))
        .containsExactly("It's about one", "thing, and no other.");
    assertThat(Footer.folded("", 20)).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(ints = {55, 60, 80, 120})
  void noExampleOfAnyCommandIsBrokenWithinAWord(int width) {
    for (CommandLine command : commands(Galton.commandLine()).toList()) {
      String help = command.setUsageHelpWidth(width).getUsageMessage().replace(" \\\n", " ");
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        for (String word : line.replace(" \\", "").strip().split(" +", -1)) {
          assertThat(help).as(command.getCommandName()).contains(word);
        }
      }
    }
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(FooterTest::commands));
  }
}
