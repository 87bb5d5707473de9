package org.galton.model.llama.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;

/**
 * SentencePiece's {@code precompiled_charsmap}: in base64 the length of a trie in bytes, the trie
 * as a double array of 32-bit units, and the texts that it points at, each ended by a zero byte.
 * The native tokenizer follows its offsets unchecked and ends the process where one leads astray,
 * so each unit that any text can lead to is visited here.
 *
 * @param growth most bytes that take the place of one
 * @param removes whether it makes nothing, or a space, of a text that begins with a visible
 *     character of ASCII
 */
record CharacterMap(int growth, boolean removes) {
  private static final int MOST_BYTES = 4_000_000;
  private static final int MOST_TEXT = 1_000;
  private static final int UNIT = Integer.BYTES;

  /** A state of the trie: what the next byte is combined with, and how many bytes led to it. */
  private record State(int base, int bytes, boolean visible) {}

  /**
   * @throws IllegalArgumentException saying what is found in it and what is expected
   */
  static CharacterMap of(String base64) {
    if (base64.length() > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%,d characters, expected at most %,d".formatted(base64.length(), MOST_BYTES));
    }
    ByteBuffer map = ByteBuffer.wrap(decoded(base64)).order(ByteOrder.LITTLE_ENDIAN);
    long trieBytes = map.remaining() < UNIT ? -1 : Integer.toUnsignedLong(map.getInt());
    if (trieBytes < UNIT || trieBytes > map.remaining() || trieBytes % UNIT != 0) {
      throw new IllegalArgumentException(
          "%s of %,d, expected the length of a trie and the trie"
              .formatted(
                  trieBytes < 0 ? "no trie" : "a trie of %,d bytes".formatted(trieBytes),
                  map.remaining()));
    }
    int[] trie = new int[(int) trieBytes / UNIT];
    map.asIntBuffer().get(trie);
    byte[] texts = new byte[map.remaining() - (int) trieBytes];
    map.position(map.position() + (int) trieBytes).get(texts);
    if (texts.length == 0 || texts[texts.length - 1] != 0) {
      throw new IllegalArgumentException("texts without an end, expected a zero byte after each");
    }
    checkUtf8(texts);
    return new Walk(trie, texts).map();
  }

  private static byte[] decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // As below.
    }
    throw new IllegalArgumentException("no base64, expected a map in base64");
  }

  private static void checkUtf8(byte[] texts) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(texts));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("texts that are not UTF-8, expected UTF-8");
    }
  }

  private record Walk(int[] trie, byte[] texts) {
    CharacterMap map() {
      int growth = 1;
      boolean removes = false;
      BitSet seen = new BitSet(trie.length);
      ArrayDeque<State> open = new ArrayDeque<>();
      open.add(new State(offset(trie[0]), 0, false));
      while (!open.isEmpty()) {
        State state = open.remove();
        for (int label = 1; label < 256; label++) {
          int place = state.base() ^ label;
          int unit = unit(place);
          if ((unit & 0x800000FF) != label || seen.get(place)) {
            continue;
          }
          seen.set(place);
          boolean visible = state.bytes() == 0 ? label > ' ' && label <= '~' : state.visible();
          State next = new State(place ^ offset(unit), state.bytes() + 1, visible);
          if ((unit & 0x100) != 0) {
            String text = text(unit(next.base()) & Integer.MAX_VALUE);
            removes |= visible && text.isBlank();
            growth = Math.max(growth, (JsonPlace.bytes(text) + state.bytes()) / next.bytes());
          }
          open.add(next);
        }
      }
      return new CharacterMap(growth, removes);
    }

    private static int offset(int unit) {
      return (unit >>> 10) << ((unit & 0x200) >>> 6);
    }

    private int unit(int place) {
      if (place < 0 || place >= trie.length) {
        throw new IllegalArgumentException(
            "a trie that leads to its unit %s, expected one of its %,d"
                .formatted(Integer.toUnsignedString(place), trie.length));
      }
      return trie[place];
    }

    private String text(int begin) {
      if (begin >= texts.length || (texts[begin] & 0xC0) == 0x80) {
        throw new IllegalArgumentException(
            "a trie that leads to byte %,d of its texts, expected the first byte of a character of its %,d"
                .formatted(begin, texts.length));
      }
      int end = begin;
      while (texts[end] != 0) {
        end++;
        if (end - begin > MOST_TEXT) {
          throw new IllegalArgumentException(
              "a text of more than %,d bytes, expected a shorter one".formatted(MOST_TEXT));
        }
      }
      return new String(texts, begin, end - begin, StandardCharsets.UTF_8);
    }
  }
}
