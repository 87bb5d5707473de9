package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class PlainWriterTest {
  private final StringWriter shown = new StringWriter();
  private final PrintWriter writer = PlainWriter.over(shown);

  @Test
  void whatATerminalObeysIsSpelledOut() {
    writer.print("a\u001b[2J\u0007b\rc\u009bd\u202ee\u007f");
    writer.write('\u001b');
    writer.write(new char[] {'x', '\b', 'y'}, 1, 2);
    writer.flush();

    assertThat(shown)
        .hasToString("a\\u001b[2J\\u0007b\\u000dc\\u009bd\\u202ee\\u007f" + "\\u001b" + "\\u0008y");
  }

  @Test
  void textInAnyScriptLinesAndTabsStayAsTheyAre() {
    String text = "π ≈ 3\tдва\n三 👩‍🔬 ﷺ\n";
    writer.print(text);
    writer.flush();

    assertThat(shown).hasToString(text);
  }

  @Test
  void aJsonDocumentKeepsItsMeaning() throws Exception {
    ObjectMapper json = new ObjectMapper();
    String hostile = "\u001b]0;title\u0007 \u009b31m \u202e";
    writer.println(json.writeValueAsString(hostile));

    assertThat(shown.toString()).doesNotContain("\u001b", "\u009b", "\u202e");
    assertThat(json.readValue(shown.toString(), String.class)).isEqualTo(hostile);
  }
}
