package org.galton.task.judge.ifeval;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import com.optimaize.langdetect.text.CommonTextObjectFactories;
import com.optimaize.langdetect.text.TextObjectFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of a text, told by its letters in threes, twos and ones with the profiles of
 * langdetect. Its draws have a fixed seed, so a text has one language.
 */
final class ResponseLanguage {
  /** Those that the published code can tell. */
  static final List<String> KNOWN =
      List.of(
          "af", "ar", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "fa", "fi",
          "fr", "gu", "he", "hi", "hr", "hu", "id", "it", "ja", "kn", "ko", "lt", "lv", "mk", "ml",
          "mr", "ne", "nl", "no", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sv", "sw",
          "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "zh-cn", "zh-tw");

  /** Of a text; what follows is not looked at. */
  private static final int MOST_CHARACTERS = 10_000;

  private static final long SEED = 0;

  private ResponseLanguage() {}

  /** Empty where the text has no letters to tell it by. */
  static Optional<String> of(String text) {
    String beginning = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    List<DetectedLanguage> languages =
        Profiles.DETECTOR.getProbabilities(Profiles.TEXTS.forText(beginning));
    return languages.stream()
        .findFirst()
        .map(language -> language.getLocale().toString().toLowerCase(Locale.ROOT));
  }

  /** Read at the first use, which takes some seconds. */
  private static final class Profiles {
    static final TextObjectFactory TEXTS = CommonTextObjectFactories.forDetectingOnLargeText();
    static final LanguageDetector DETECTOR = detector();

    private static LanguageDetector detector() {
      List<LdLocale> languages =
          KNOWN.stream()
              .map(name -> LdLocale.fromString(name.replace("cn", "CN").replace("tw", "TW")))
              .toList();
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.backwards())
            .withProfiles(new LanguageProfileReader().readBuiltIn(languages))
            .seed(SEED)
            .shortTextAlgorithm(0)
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the profiles of languages", e);
      }
    }
  }
}
