package org.galton.benchmark.recipe;

import java.util.List;
import org.galton.benchmark.recipe.Recipe.PublishedSplit;
import org.galton.benchmark.recipe.Recipe.Style;
import org.galton.benchmark.recipe.Recipe.UsualSampling;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.SpecSource;
import org.galton.spec.ValueType;
import org.galton.task.Judge;
import org.galton.task.judge.JudgeKinds;

/** The keys of a recipe's file. */
final class RecipeReader {
  private static final ValueType<String> NAME =
      ValueType.text("a name of lower-case letters, digits and -", "[a-z0-9][a-z0-9-]*");

  private RecipeReader() {}

  /**
   * @throws InvalidInput listing everything that is wrong
   */
  static Recipe read(SpecSource source) {
    return source.read(RecipeReader::recipe);
  }

  private static Recipe recipe(Section section) {
    String name = section.value("recipe", NAME);
    int version = section.value("version", ValueType.integer(1, 1_000_000));
    String about = section.value("about", ValueType.text());
    List<String> sources = section.list("sources", ValueType.text(), List.of());
    List<PublishedSplit> splits =
        section.has("splits") ? section.sections("splits", RecipeReader::split) : List.of();
    ItemRules rules = RecipeKeys.rules(section, ItemRules.NONE);
    List<Style> styles = section.sections("styles", RecipeReader::style);
    UsualSampling sampling = section.section("sampling", RecipeReader::sampling);
    return section.build(
        () -> new Recipe(name, version, about, sources, splits, rules, styles, sampling));
  }

  private static PublishedSplit split(Section section) {
    String name = section.value("name", ValueType.text());
    int rows = section.value("rows", ValueType.integer(1, Integer.MAX_VALUE));
    return section.build(() -> new PublishedSplit(name, rows));
  }

  private static Style style(Section section) {
    String name = section.value("name", NAME);
    PromptStyle prompt = RecipeKeys.style(section, PromptStyle.NONE);
    List<Judge> judges = JudgeKinds.readAll(section);
    return section.build(() -> new Style(name, prompt, judges));
  }

  private static UsualSampling sampling(Section section) {
    double temperature = section.value("temperature", ValueType.number(0, 100));
    double topP = section.value("top_p", ValueType.number(0, 1), 1.0);
    int maxTokens = section.value("max_tokens", ValueType.integer(1, 1_000_000));
    List<String> stop = section.list("stop", ValueType.anyText(), List.of());
    int rollouts = section.value("rollouts", ValueType.integer(1, 1_000_000));
    return section.build(() -> new UsualSampling(temperature, topP, maxTokens, stop, rollouts));
  }
}
