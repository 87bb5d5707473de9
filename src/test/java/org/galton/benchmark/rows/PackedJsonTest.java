package org.galton.benchmark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

final class PackedJsonTest {
  /** Python's base64 of zlib of {@code pickle.dumps('[{"input": "1"}]')}. */
  private static final String OF_PYTHON = "eJxrYJkqwgABPQLR1UqZeQWlJUpWCkqGSrWxU/QAZ8kHfw==";

  @Test
  void jsonIsReadAsItIsOrPacked() throws IOException {
    Object expected = List.of(Map.of("input", "1"));

    assertThat(PackedJson.value(OF_PYTHON)).isEqualTo(expected);
    assertThat(PackedJson.value(" [{\"input\": \"1\"}]")).isEqualTo(expected);
    for (String protocol : List.of("\u0080\u0002X", "\u0080\u0003X")) {
      assertThat(PackedJson.value(packed(pickle(protocol, 4, "[{\"input\": \"1\"}]", "q\0."))))
          .isEqualTo(expected);
    }
    assertThat(
            PackedJson.value(
                packed(
                    pickle(
                        "\u0080\u0004\u0095\0\0\0\0\0\0\0\0\u008c",
                        1,
                        "[{\"input\": \"1\"}]",
                        "\u0094."))))
        .isEqualTo(expected);
    assertThat(PackedJson.value(packed(pickle("\u0080\u0004\u008d", 8, "[\"é\"]", "\u0094."))))
        .isEqualTo(List.of("é"));
  }

  @Test
  void nothingElseOfAPickleIsRead() throws IOException {
    // cos\nsystem\n(S'echo'\ntR.
    assertRefused(packed(latin("cos\nsystem\n(S'echo'\ntR.")), "has the operation 0x63 at byte 0");
    assertRefused(packed(latin("\u0080\u0004N.")), "has the operation 0x4e at byte 2");
    assertRefused(packed(latin("\u0080\u0004.")), "more or less than one text");
    assertRefused(packed(pickle("X", 4, "[]", "q\0.x")), "more or less than one text");
    assertRefused(packed(pickle("X", 4, "[]", "X\2\0\0\0[].")), "more than one text");
    assertRefused(packed(latin("X\u00ff\u00ff\u00ff\u00ff[]")), "cut short");
    assertRefused(
        packed(latin("\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f")), "cut short");
    assertRefused(packed(new byte[0]), "cut short");
    assertRefused(packed(latin("X\1\0\0\0\u00ff.")), "not UTF-8");
    assertRefused("no base64!", "it is neither JSON nor base64");
    assertRefused("AAAA", "it is base64, but not of zlib");
  }

  @Test
  void whatUnpacksToTooMuchIsRefusedBeforeItIsHeld() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        out.write(zeros);
      }
    }
    assertRefused(Base64.getEncoder().encodeToString(bytes.toByteArray()), "more than 64 MiB");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> PackedJson.value(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static byte[] pickle(String before, int lengthBytes, String text, String after)
      throws IOException {
    byte[] said = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(latin(before));
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(said.length).array();
    bytes.write(length, 0, lengthBytes);
    bytes.write(said);
    bytes.write(latin(after));
    return bytes.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String packed(byte[] pickle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(pickle);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
