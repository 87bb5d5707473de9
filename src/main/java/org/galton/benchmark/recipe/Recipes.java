package org.galton.benchmark.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.galton.benchmark.rows.PublishedRow;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.spec.ValueType;
import org.galton.task.TextFiles;

/** The recipes that Galton carries, and those of users' files. */
public final class Recipes {
  private static final List<String> NAMES =
      List.of(
          "gsm8k",
          "math500",
          "aime24",
          "aime25",
          "gpqa-diamond",
          "mmlu-pro",
          "humaneval",
          "humaneval-plus",
          "mbpp",
          "mbpp-plus",
          "evalplus",
          "livecodebench",
          "ifeval",
          "simpleqa",
          "truthfulqa",
          "drop",
          "squad2");

  private Recipes() {}

  public static List<String> names() {
    return NAMES;
  }

  /**
   * @param word a name, or the path of a file that ends in {@code .yaml}
   * @throws InvalidInput when there is none, or it is wrong
   */
  public static Recipe of(String word, TextFiles files) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      try (Reader text = files.open(word)) {
        return RecipeReader.read(new SpecSource(word, IOUtils.toString(text), List.of()));
      } catch (IOException e) {
        throw new InvalidInput("Cannot read " + word + ": expected a recipe's file (" + e + ")", e);
      }
    }
    if (!NAMES.contains(word)) {
      throw new InvalidInput(
          "'recipe' is '%s': expected a file that ends in .yaml, or one of %s%s"
              .formatted(word, String.join(", ", NAMES), ValueType.word(NAMES).hint(word)));
    }
    return carried(word);
  }

  /** The recipe whose columns a row has, to tell a user which file it may be. */
  public static Optional<String> fitting(PublishedRow row) {
    return NAMES.stream().filter(name -> carried(name).fits(row)).findFirst();
  }

  private static Recipe carried(String name) {
    String file = name + ".yaml";
    try (InputStream bytes = Recipes.class.getResourceAsStream(file)) {
      return RecipeReader.read(
          new SpecSource(file, IOUtils.toString(bytes, StandardCharsets.UTF_8), List.of()));
    } catch (IOException e) {
      throw new IllegalStateException("The recipe " + file + " is part of this jar", e);
    }
  }
}
