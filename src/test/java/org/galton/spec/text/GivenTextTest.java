package org.galton.spec.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Random;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GivenTextTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1 << 16})
  void aMarkIsPassedOverAndTheRestIsAsItStands(int step) throws IOException {
    String text = "a\r\nb\rc\n\né\uFEFF𝄞";
    assertThat(lines(("\uFEFF" + text).getBytes(UTF_8), step))
        .containsExactly("a", "b", "c", "", "é\uFEFF𝄞");
    assertThat(lines(new byte[0], step)).isEmpty();
    assertThat(lines("\uFEFF".getBytes(UTF_8), step)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1 << 16})
  void wrongBytesAreNamedByFileLineAndByte(int step) {
    assertThatThrownBy(() -> lines("a\r\nb\nc\u00e9d\n".getBytes(ISO_8859_1), step))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read x.jsonl line 3: its byte 2 is 0xE9, which is not UTF-8; expected a text in UTF-8; convert it, as 'iconv -f ISO-8859-1 -t UTF-8' does");
    assertThatThrownBy(() -> lines("{\"a\": 1}\n{".getBytes(UTF_16LE), step))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read x.jsonl line 1: its byte 2 is NUL; expected a text in UTF-8; convert a text in UTF-16, as 'iconv -f UTF-16 -t UTF-8' does");
    byte[] cut = "a\nb\u00e9".getBytes(UTF_8);
    assertThatThrownBy(() -> lines(ByteBuffer.allocate(4).put(cut, 0, 4).array(), step))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read x.jsonl line 2: its byte 2 is 0xC3, ");
  }

  @Test
  void placesAreRightBeyondTheFirstBuffer() {
    byte[] text = "\u00e9\n".repeat(60_000).getBytes(UTF_8);
    text[text.length - 1] = (byte) 0xC3;
    assertThatThrownBy(() -> lines(text, 1 << 16))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read x.jsonl line 60000: its byte 3 is 0xC3, ");
  }

  @Test
  void aLongLineIsRefusedBeforeItEnds() throws IOException {
    byte[] two = "12345678\n123456789".getBytes(UTF_8);
    assertThat(GivenText.lines(new ByteArrayInputStream(two), "x", 9).lines()).hasSize(2);
    assertThatThrownBy(
            () -> GivenText.lines(new ByteArrayInputStream(two), "x.jsonl", 8).lines().toList())
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read x.jsonl line 2: it is longer than 8 bytes, the most that one line may have; split it or leave it out");
    assertThatThrownBy(() -> GivenText.check(endless(), "x.csv"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read x.csv line 1: it is longer than 67,108,864 bytes, the most that one line may have; split it or leave it out");
  }

  @Tag("whole")
  @Test
  void anyBytesAreReadAsTheJdkReadsThemOrRefused() throws IOException {
    for (int seed = 0; seed < 20_000; seed++) {
      byte[] bytes = bytes(new Random(seed));
      String expected = decoded(bytes);
      String found;
      try {
        found = String.join("\n", lines(bytes, 1 + seed % 5));
      } catch (InvalidInput e) {
        found = null;
      }
      assertThat(found).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static byte[] bytes(Random random) {
    int[] alphabet = {'a', 0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xA0, 0xED, 0xF0, 0x90, 0xF4, 0xEF, 0xBB};
    byte[] bytes = new byte[1 + random.nextInt(5)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) alphabet[random.nextInt(alphabet.length)];
    }
    return bytes;
  }

  /** Null where it is no UTF-8. */
  private static String decoded(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static List<String> lines(byte[] bytes, int step) throws IOException {
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(step, length));
          }
        };
    try (BufferedReader lines = GivenText.lines(slow, "x.jsonl")) {
      return lines.lines().toList();
    }
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 'a';
      }
    };
  }
}
