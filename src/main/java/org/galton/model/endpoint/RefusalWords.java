package org.galton.model.endpoint;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * What servers say where they refuse a question. Each has its own words, and changes them: they
 * only save a question, and what they do not tell is found out by asking.
 */
final class RefusalWords {
  /** vLLM 0.5 to 0.11, SGLang, llama.cpp, TGI, TensorRT-LLM, LM Studio, OpenAI, Mistral, others. */
  private static final Pattern TOO_LONG =
      Pattern.compile(
          String.join(
              "|",
              "context[ _-]?(length|size|window|limit)",
              "exceed_context_size",
              "maximum (model|sequence|session|prompt|input|allowed)[ _](length|tokens)",
              "max_(model|seq|input|prompt|position)[a-z_]*(len|length|tokens|embeddings)\\b",
              "max_num_tokens",
              "(prompt|input|inputs|text|conversation|message|messages)[^.]{0,40} too (long|large)",
              "longer than the (maximum|model)",
              "inputs`? must have less than",
              "inputs`? tokens \\+ `?max_(new_)?tokens",
              "reduce the (length|number) of",
              "too many (input |prompt )?tokens",
              "(input|prompt|token|tokens)[^.]{0,40} exceeds? the (maximum|max|limit|configured)",
              "exceeds (the )?session length",
              "string_above_max_length"));

  private static final Pattern ONE_CHOICE =
      Pattern.compile(
          "(one|single) (completion )?choice|\\bn_cmpl\\b|\\bn_choices\\b|`n`|'n'|\"n\"");

  private RefusalWords() {}

  /** Whether the prompt, or the completion on top of it, is said to be too long. */
  static boolean isTooLong(String words) {
    return TOO_LONG.matcher(words.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether it is said that only one rollout can be asked for. */
  static boolean isOneChoice(String words) {
    return ONE_CHOICE.matcher(words.toLowerCase(Locale.ROOT)).find();
  }

  /** Those of the keys that the words name. */
  static List<String> named(String words, List<String> keys) {
    return keys.stream().filter(key -> isNamed(words, key)).toList();
  }

  /** The word by itself; one letter only between quotes. */
  static boolean isNamed(String words, String key) {
    String quoted = Pattern.quote(key);
    String pattern =
        key.length() == 1
            ? "[\"'`]" + quoted + "[\"'`]"
            : "(^|[^a-zA-Z0-9_])" + quoted + "($|[^a-zA-Z0-9_])";
    return Pattern.compile(pattern).matcher(words).find();
  }
}
