package org.galton.benchmark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.benchmark.recipe.Missing;
import org.galton.benchmark.recipe.PromptStyle;
import org.galton.benchmark.recipe.Recipe;
import org.galton.benchmark.recipe.RecipeKeys;
import org.galton.benchmark.recipe.Recipes;
import org.galton.spec.HomeFolder;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.Judge;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.judge.JudgeKinds;

/**
 * The keys of a {@link BenchmarkTask}: the recipe, its style, the files, and whatever is to be
 * other than the recipe says.
 */
public final class BenchmarkKind implements TaskKind<BenchmarkTask> {
  private static final ValueType<String> DATE =
      ValueType.text("a day such as 2024-05-01", "[0-9]{4}-[0-9]{2}-[0-9]{2}");

  @Override
  public String name() {
    return "benchmark";
  }

  @Override
  public Class<BenchmarkTask> type() {
    return BenchmarkTask.class;
  }

  @Override
  public BenchmarkTask read(Section section, String name, TextFiles files) {
    String word = section.value("recipe", HomeFolder.path(), name);
    Recipe recipe;
    try {
      recipe = Recipes.of(word, files);
    } catch (InvalidInput e) {
      e.problems().forEach(problem -> section.problem("recipe", problem));
      section.leaveRest();
      return null;
    }
    int version = section.value("version", ValueType.integer(1, 1_000_000), recipe.version());
    String styleName =
        section.value("style", ValueType.word(recipe.styleNames()), recipe.styleNames().get(0));
    Recipe.Style style = recipe.style(styleName).orElse(recipe.styles().get(0));
    String path = section.value("path", HomeFolder.path());
    String shotsFrom = section.value("shots_from", HomeFolder.path(), "");
    long seed = section.value("seed", ValueType.wholeNumber(), 0L);
    PromptStyle prompt = RecipeKeys.style(section, style.prompt());
    ItemRules rules = RecipeKeys.rules(section, recipe.rules());
    boolean dated = rules != null && !rules.date().isEmpty();
    String from = dated ? section.value("from", DATE) : "";
    String to = dated ? section.value("to", DATE) : "";
    List<Judge> judges = section.has("judges") ? JudgeKinds.readAll(section) : style.judges();
    if (prompt != null && prompt.needsFile() && shotsFrom.isEmpty()) {
      section.problem(
          "shots_from",
          "%d worked examples are to be shown: expected 'shots_from' with a file of them, or 'shots' of 0. %s"
              .formatted(prompt.shots(), Missing.published(recipe)));
    }
    return section.build(
        () ->
            open(
                section,
                name,
                recipe,
                new BenchmarkOptions(
                    word, version, styleName, path, shotsFrom, seed, from, to, prompt, rules,
                    judges),
                files));
  }

  @Override
  public Map<String, Object> written(BenchmarkTask task) {
    BenchmarkOptions options = task.options();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("recipe", options.recipe());
    keys.put("version", options.version());
    keys.put("style", options.style());
    keys.put("path", options.path());
    if (!options.shotsFrom().isEmpty()) {
      keys.put("shots_from", options.shotsFrom());
    }
    keys.put("seed", options.seed());
    if (!options.rules().date().isEmpty()) {
      keys.put("from", options.from());
      keys.put("to", options.to());
    }
    keys.putAll(RecipeKeys.written(options.prompt()));
    keys.putAll(RecipeKeys.written(options.rules()));
    keys.put("judges", options.judges().stream().map(JudgeKinds::keys).toList());
    return keys;
  }

  private static BenchmarkTask open(
      Section section, String name, Recipe recipe, BenchmarkOptions options, TextFiles files) {
    try {
      return new BenchmarkReader(name, recipe, options, files).read();
    } catch (FileNotFoundException | NoSuchFileException e) {
      section.problem(
          "path",
          "a file is not there (%s): expected one that exists. %s"
              .formatted(e.getMessage(), Missing.published(recipe)));
    } catch (IOException e) {
      section.problem("path", "'path' is '" + options.path() + "', which cannot be read: " + e);
    }
    return null;
  }
}
