package org.galton.task.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line's completion of {@code answers.txt}.
 *
 * @param judge kind of judge
 * @param status what the verdict is to be beside right or wrong
 */
record JudgedAnswer(
    String judge, String reference, String completion, boolean right, Status status) {
  private static final String FILE = "answers.txt";

  enum Status {
    ANY,
    UNPARSED,
    ABSTAINED
  }

  static List<JudgedAnswer> all() {
    List<JudgedAnswer> all = new ArrayList<>();
    String judge = "";
    for (String line : text().lines().toList()) {
      if (line.startsWith("@")) {
        judge = line.substring(1, line.indexOf(' '));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int arrow = line.indexOf(" => ");
        String reference = line.substring(0, arrow);
        boolean right = true;
        for (String part : line.substring(arrow + 4).split(" // ", -1)) {
          for (String completion : part.split(" ¦ ", -1)) {
            all.add(of(judge, reference, completion, right));
          }
          right = false;
        }
      }
    }
    return all;
  }

  private static JudgedAnswer of(String judge, String reference, String written, boolean right) {
    String mark = written.matches("(?s)\\[[uad]].*") ? written.substring(0, 3) : "";
    Status status =
        switch (mark) {
          case "[u]" -> Status.UNPARSED;
          case "[a]" -> Status.ABSTAINED;
          default -> Status.ANY;
        };
    String completion = written.substring(mark.length()).replace('⏎', '\n');
    return new JudgedAnswer(judge, reference, completion, right, status);
  }

  private static String text() {
    try (InputStream file = JudgedAnswer.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
